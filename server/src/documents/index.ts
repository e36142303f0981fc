export { type FolderFile, folderFiles } from './archive/folder-files.ts'
export { packArchive } from './archive/pack-archive.ts'
export { attach, attachTaken, roomFor } from './attach.ts'
export { type DocumentsConfig, openDocuments } from './desk.ts'
export { findCertificates, findLetters } from './find-by-number.ts'
export type {
  Attachment,
  AttachmentId,
  LetIn,
  NewAttachment,
  NewFolder,
  OpenFile,
  PaperKind,
  Subject,
} from './folder.ts'
export { isDangerous, noteRefusedUpload } from './intake/note-refused.ts'
export { scanWaiting } from './intake/quarantine.ts'
export { issue } from './issue.ts'
export { issueCertificate } from './issue-certificate.ts'
export { letIn, letOut } from './let-in.ts'
export type {
  Adoption,
  Certificate,
  Correction,
  Decision,
  DocumentId,
  Hearing,
  Issued,
  LetterContent,
  LetterFinding,
  LetterKind,
  Minutes,
  NewCertificate,
  NewLetter,
  PublicNotice,
  Receipt,
  Recommendation,
  RefusalLetter,
  Reply,
  RevokeInput,
  SanctionLetter,
  Verification,
} from './letter.ts'
export { listAttachments } from './list-attachments.ts'
export { listIssued } from './list-issued.ts'
export { drawNumber } from './number-of.ts'
export { openAttachment } from './open-attachment.ts'
export { openFolder, publishFolder } from './open-folder.ts'
export { openIssued } from './open-issued.ts'
export { refusals } from './refusals.ts'
export { removeAttachment } from './remove-attachment.ts'
export { restoreCertificate } from './restore-certificate.ts'
export { revokeCertificate } from './revoke-certificate.ts'
export type { IssuerKey } from './signing/credential.ts'
export { type Issuer, readIssuer } from './signing/issuer.ts'
export { listSigningKeys, revokeSigningKey, rotateSigningKey } from './signing/keys.ts'
export type { SigningKey } from './signing/keys-store.ts'
export { readStatusList } from './signing/status-list.ts'
export { type FileVerdict, verifyFile } from './signing/verify-file.ts'
export { listUnnamed, sweepContent } from './sweep-content.ts'
export { takeIn } from './take-in.ts'
export { verifyCertificate } from './verify-certificate.ts'
export {
  listTemplates,
  previewTemplate,
  saveTemplate,
  type TemplateView,
} from './wording/templates.ts'
export { WORDED_KINDS, type WordedKind, type Wording } from './wording/wording.ts'

-- 意见征集及采纳情况: the summary of a consultation is a letter like the others.
alter table issued drop constraint issued_kind_check;

alter table issued add constraint issued_kind_check
  check (kind in ('receipt', 'acceptance', 'correction', 'recommendation', 'refusal', 'notice', 'certificate', 'hearing', 'minutes', 'decision', 'sanction', 'adoption'));

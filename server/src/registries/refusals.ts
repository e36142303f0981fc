import type { RefusalCatalogue } from '../kernel/index.ts'

/** What the registries refuse: what happened, why, and what to do now. */
export const refusals: RefusalCatalogue = {
  'registries.malformed-credit-code': {
    what: {
      zh: '“{text}”不是统一社会信用代码',
      en: '"{text}" is not a unified social credit code',
    },
    why: {
      zh: '代码为18位数字或大写字母，不含I、O、S、V、Z（GB 32100-2015）',
      en: 'A code has 18 digits or capitals, without I, O, S, V and Z (GB 32100-2015)',
    },
    next: {
      zh: '请对照营业执照或法人证书重新填写，勿填旧的15位注册号',
      en: 'Copy it from the business licence; the old 15-digit number will not do',
    },
  },
  'registries.wrong-credit-code': {
    what: { zh: '统一社会信用代码{text}校验不通过', en: 'The credit code {text} fails its check' },
    why: {
      zh: '第17位（GB 11714）或第18位（GB 32100-2015）校验码不符，通常是有一位写错',
      en: 'Check character 17 (GB 11714) or 18 (GB 32100-2015) differs: mostly one is mistyped',
    },
    next: { zh: '请逐位核对营业执照', en: 'Compare it with the licence character by character' },
  },
  'registries.nameless-party': {
    what: { zh: '没有填写单位名称', en: 'The name is missing' },
    why: { zh: '登记主体必须有名称', en: 'A party is registered under its name' },
    next: { zh: '请填写登记证照上的全称', en: 'Enter the full name as on its licence' },
  },
  'registries.unidentified-partner': {
    what: { zh: '境外合作单位信息不全', en: 'The foreign partner is not identified' },
    why: {
      zh: '境外单位没有统一社会信用代码，以国家（地区）和注册号识别',
      en: 'Without a credit code it is known by its country and registration number',
    },
    next: { zh: '请填写国家（地区）和当地注册号', en: 'Enter both, as on its own register' },
  },
  'registries.party-already': {
    what: { zh: '{code}已经登记', en: '{code} is registered already' },
    why: { zh: '一个代码只登记一次', en: 'A code is registered once' },
    next: { zh: '请按代码查找后使用已有主体', en: 'Find it by its code and use that one' },
  },
  'registries.unknown-district': {
    what: {
      zh: '没有主管“{district}”的区（县）科技局',
      en: 'No district office is in charge of "{district}"',
    },
    why: {
      zh: '申报单位由所在区（县）科技局受理',
      en: 'An organisation applies to the office of its district',
    },
    next: {
      zh: '请核对区县，或者请系统管理员增设机构',
      en: 'Check the district, or have the administrator add the office',
    },
  },
  'registries.headless-table': {
    what: { zh: '表格缺少必需的列', en: 'The table lacks a column' },
    why: {
      zh: '第一行须有“名称”“统一社会信用代码”“区县”三列',
      en: 'The first row names the columns name, credit code and district',
    },
    next: { zh: '请补上列名后重新上传', en: 'Add the heads and upload again' },
  },
  'registries.long-table': {
    what: { zh: '表格超过{most}行', en: 'The table has more than {most} rows' },
    why: { zh: '一次导入全部成功或者全部不生效', en: 'A table is entered whole or not at all' },
    next: { zh: '请拆成几份分别导入', en: 'Split it and enter one after the other' },
  },
  'registries.unaltered-entry': {
    what: { zh: '变更后的内容与登记内容相同。', en: 'This is what the entry says already.' },
    why: { zh: '变更登记须写明新的内容。', en: 'An alteration puts something new in its place.' },
    next: { zh: '请填写变更后的内容。', en: 'Enter what it became.' },
  },
  'registries.payment-not-paid': {
    what: { zh: '这笔支付不能入账', en: 'This payment cannot be entered' },
    why: {
      zh: '台账只记已经支付的金额：须大于零，支付日期不晚于今天',
      en: 'The ledger holds what was paid: above nought, on no day to come',
    },
    next: { zh: '请核对金额和支付日期', en: 'Check the amount and the day' },
  },
  'registries.payment-not-found': {
    what: { zh: '没有可以冲正的这笔支付', en: 'There is no such payment to strike' },
    why: {
      zh: '每笔支付只冲正一次，冲正记录本身不再冲正',
      en: 'An entry is struck once, and a counter-entry is not struck itself',
    },
    next: {
      zh: '请刷新单位页，重新登记正确的支付',
      en: 'Reload the page and enter the right one',
    },
  },
  'registries.ledger-kept': {
    what: { zh: '已经声明过台账完整', en: 'The ledger was said to be whole before' },
    why: { zh: '声明只作一次，记录在案', en: 'It is said once and stays on the record' },
    next: { zh: '请直接登记支付', en: 'Enter payments' },
  },
  'registries.party-not-found': {
    what: { zh: '没有找到该单位', en: 'There is no such party' },
    why: { zh: '尚未登记，或您无权查看', en: 'It is not registered, or not yours to see' },
    next: { zh: '请按名称或代码重新查找', en: 'Search again by name or code' },
  },
  'registries.carrier-already': {
    what: {
      zh: '{operator}已有名为“{name}”的载体',
      en: '{operator} already has a carrier "{name}"',
    },
    why: { zh: '同一运营单位的载体不得重名', en: 'Carriers of one operator differ in name' },
    next: { zh: '请使用已有载体，或换用全称', en: 'Use that one, or give the full name' },
  },
  'registries.carrier-not-found': {
    what: { zh: '没有这个载体', en: 'There is no such carrier' },
    why: { zh: '它尚未登记', en: 'It is not registered' },
    next: { zh: '请先在运营单位的页面登记载体', en: 'Enter it on its operator’s page first' },
  },
  'registries.expert-already': {
    what: { zh: '{name}已在专家库', en: '{name} is in the expert pool already' },
    why: { zh: '一人只入库一次', en: 'A person is entered once' },
    next: { zh: '请在专家库中查看', en: 'Look in the expert pool' },
  },
  'registries.expert-not-found': {
    what: { zh: '专家库中没有此人', en: 'This person is not in the expert pool' },
    why: { zh: '只有入库专家可以评审', en: 'Only experts of the pool review' },
    next: { zh: '请先登记入库', en: 'Enter them into the pool first' },
  },
  'registries.tie-not-found': {
    what: { zh: '没有这项关系', en: 'There is no such tie' },
    why: { zh: '它没有登记，或者已经终止', en: 'It was not entered, or has ended' },
    next: { zh: '请刷新页面查看', en: 'Reload and look again' },
  },
  'registries.tenancy-not-found': {
    what: { zh: '该单位没有入驻这个载体', en: 'The party does not sit in this carrier' },
    why: { zh: '入驻没有登记，或者已经退出', en: 'It was not entered, or has ended' },
    next: { zh: '请刷新页面查看', en: 'Reload and look again' },
  },
  'registries.reasonless-conflict': {
    what: { zh: '没有写明回避理由', en: 'The reason for standing aside is missing' },
    why: { zh: '回避须有可查的理由', en: 'A conflict is kept with its reason' },
    next: { zh: '请写明与该单位的关系', en: 'Say how you are tied to the party' },
  },
  'registries.fact-locked': {
    what: {
      zh: '{names}已由{by}于{on}核实为{value}，不能自行修改',
      en: '{names} was verified as {value} by {by} on {on} and cannot be changed here',
    },
    why: {
      zh: '经核实的信息以核实结果为准',
      en: 'A verified value stands until it is verified anew',
    },
    next: {
      zh: '如有误，请携带证明材料向{by}申请更正',
      en: 'If it is wrong, ask {by} to correct it and bring the evidence',
    },
  },
  'registries.self-verified': {
    what: { zh: '申报单位不能自行核实', en: 'An applicant cannot verify its own values' },
    why: { zh: '核实由主管部门或登记机关作出', en: 'Offices and registers verify' },
    next: { zh: '请作为填报信息保存', en: 'Save it as a declared value' },
  },
  'registries.number-already': {
    what: { zh: '证书编号{number}已被使用', en: 'The number {number} is taken' },
    why: { zh: '一个编号只对应一项认定', en: 'A number stands for one recognition' },
    next: { zh: '请取新的编号', en: 'Draw the next number' },
  },
  'registries.recognition-not-found': {
    what: { zh: '没有找到该项认定', en: 'There is no such recognition' },
    why: { zh: '编号或地址有误', en: 'The number or address is mistyped' },
    next: { zh: '请在认定名录中查找', en: 'Look in the register of recognitions' },
  },
  'registries.recognition-closed': {
    what: { zh: '{number}已于{on}取消', en: '{number} was revoked on {on}' },
    why: { zh: '已取消的认定不能再次取消', en: 'What is revoked cannot be revoked again' },
    next: { zh: '请查看取消决定', en: 'Read the decision that revoked it' },
  },
  'registries.nothing-to-lift': {
    what: { zh: '没有可以解除的处理', en: 'There is nothing to lift' },
    why: { zh: '它不存在，或者已经解除', en: 'It is not there, or was lifted before' },
    next: { zh: '请刷新页面查看', en: 'Reload and look again' },
  },
  'registries.backward-bar': {
    what: {
      zh: '限制期起止颠倒：{from}至{until}',
      en: 'The bar ends before it begins: {from} to {until}',
    },
    why: { zh: '截止日不得早于起始日', en: 'Its last day is not before its first' },
    next: { zh: '请改正日期', en: 'Correct the days' },
  },
  'registries.malformed-cursor': {
    what: { zh: '翻页标记无效', en: 'The page mark is not valid' },
    why: { zh: '它不是上一页给出的', en: 'It did not come from the page before' },
    next: { zh: '请从第一页重新查找', en: 'Search again from the first page' },
  },
}

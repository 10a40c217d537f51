/** A small Lishui. The places are real; the people are invented. */
export const rootBranch = '丽水市红十字会';

export const countyBranches = [
  '莲都区红十字会',
  '青田县红十字会',
  '缙云县红十字会',
  '遂昌县红十字会',
  '松阳县红十字会',
  '云和县红十字会',
  '庆元县红十字会',
  '景宁畲族自治县红十字会',
  '龙泉市红十字会',
] as const;

export const staff = [
  { username: 'coordinator', displayName: '协调员 陈立新', roles: ['coordinator'] },
  { username: 'ops', displayName: '运维 何志远', roles: ['ops'] },
] as const;

interface Volunteer {
  readonly name: string;
  readonly phone: string;
  readonly area: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
}

export const volunteers: readonly Volunteer[] = [
  { name: '王晓岚', phone: '19900010001', area: '331102', skills: ['doctor'], languages: ['zh'] },
  { name: '李思源', phone: '19900010002', area: '331102', skills: ['nurse', 'first-aider'], languages: ['zh'] },
  { name: '周慧敏', phone: '19900010003', area: '331102', skills: ['nurse'], languages: ['zh', 'en'] },
  {
    name: '吴建业',
    phone: '19900010004',
    area: '331102103',
    skills: ['first-aid-instructor', 'first-aider'],
    languages: ['zh'],
  },
  {
    name: '蓝月兰',
    phone: '19900010005',
    area: '331102103',
    skills: ['dialect-interpreter'],
    languages: ['zh', 'she'],
  },
  { name: '叶知秋', phone: '19900010006', area: '331121208', skills: ['publicity', 'photographer'], languages: ['zh'] },
  { name: '陈大山', phone: '19900010007', area: '331121', skills: ['driver', 'relief-logistics'], languages: ['zh'] },
  { name: '雷小梅', phone: '19900010008', area: '331127', skills: ['publicity'], languages: ['zh', 'she'] },
  { name: '项文博', phone: '19900010009', area: '331181', skills: ['lab-technician'], languages: ['zh'] },
  { name: '季清扬', phone: '19900010010', area: '331126', skills: ['psychologist'], languages: ['zh'] },
];

export const donors = [
  { name: '郑可欣', phone: '19900010011', product: 'whole-blood', volumeMl: 300, area: '331102' },
  { name: '梅若兰', phone: '19900010012', product: 'platelets', area: '331122' },
  { name: '柳青青', phone: '19900010013', product: 'whole-blood', volumeMl: 400, area: '331124' },
] as const;

/** Modelled on the joint day of 2018-11-04: three organisations, roles by skill, one village. */
export const jointDay = {
  title: '普及急救知识惠基层',
  kind: 'theme-day',
  place: { name: '老竹畲族镇新屋村', area: '331102103', lat: 28.4176, lng: 119.7289 },
  risk: 'low',
  description:
    '市红十字会、职业技术学院护理系与市中心医院医技科室三家单位一起到村里：义诊义检、急救培训与演示、发放资料和急救包，并参观南乡革命纪念馆。',
  shifts: [
    { role: '义诊义检', fromHour: 9, toHour: 12, min: 2, max: 4, requiredSkills: ['doctor'] },
    { role: '护理协助', fromHour: 9, toHour: 12, min: 1, max: 3, requiredSkills: ['nurse'] },
    { role: '急救培训', fromHour: 9, toHour: 12, min: 1, max: 2, requiredSkills: ['first-aid-instructor'] },
    { role: '资料发放', fromHour: 13, toHour: 16, min: 2, max: 6, requiredSkills: [] },
  ],
} as const;

export const studyDay = {
  title: '造血干细胞捐献知识学习日',
  kind: 'meeting',
  place: { name: '丽水市红十字会会议室', area: '331102' },
  risk: 'low',
  description: '每月学习日，欢迎志愿者旁听。',
  shifts: [{ role: '会务', fromHour: 14, toHour: 17, min: 1, max: 2, requiredSkills: [] }],
} as const;

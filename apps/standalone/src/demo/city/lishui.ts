/** The places of Lishui: real names and codes (GB/T 2260, and 9 digits for townships), as of 2023. */
export interface Township {
  readonly code: string;
  readonly name: string;
}

export interface County {
  readonly code: string;
  readonly name: string;
  /** Roughly the thousands of people who live there: how often somebody of the demo does. */
  readonly weight: number;
  /** Of its seat, in degrees (WGS 84), to about a kilometre. */
  readonly centre: { readonly lat: number; readonly lng: number };
  readonly townships: readonly Township[];
}

const centres: Readonly<Record<string, readonly [lat: number, lng: number]>> = {
  '331102': [28.45, 119.92],
  '331121': [28.14, 120.29],
  '331122': [28.66, 120.09],
  '331123': [28.59, 119.28],
  '331124': [28.45, 119.48],
  '331125': [28.12, 119.57],
  '331126': [27.62, 119.06],
  '331127': [27.97, 119.63],
  '331181': [28.07, 119.14],
};

function county(code: string, name: string, weight: number, townships: string): County {
  const [lat, lng] = centres[code]!;
  return {
    code,
    name,
    weight,
    centre: { lat, lng },
    townships: [...townships.matchAll(/(\d{3}) (\S+)/g)].map(([, digits = '', town = '']) => ({
      code: code + digits,
      name: town,
    })),
  };
}

export const counties: readonly County[] = [
  county(
    '331102',
    '莲都区',
    562,
    `001 紫金街道 002 岩泉街道 003 万象街道 004 白云街道 007 联城街道 008 南明山街道 100 碧湖镇 102 大港头镇 103 老竹畲族镇
     104 雅溪镇 200 太平乡 201 仙渡乡 202 峰源乡 204 丽新畲族乡 206 黄村乡`,
  ),
  county(
    '331121',
    '青田县',
    509,
    `001 鹤城街道 002 瓯南街道 003 油竹街道 004 三溪口街道 101 温溪镇 102 东源镇 103 高湖镇 104 船寮镇 105 海口镇 106 腊口镇
     107 北山镇 108 山口镇 109 仁庄镇 110 祯埠镇 200 万山乡 201 黄垟乡 202 季宅乡 203 高市乡 204 海溪乡 205 章村乡 206 祯旺乡
     208 舒桥乡 209 巨浦乡 211 万阜乡 212 方山乡 213 汤垟乡 214 贵岙乡 215 小舟山乡 216 吴坑乡 217 仁宫乡 218 章旦乡 219 阜山乡`,
  ),
  county(
    '331122',
    '缙云县',
    405,
    `001 五云街道 002 新碧街道 003 仙都街道 101 壶镇镇 102 新建镇 103 舒洪镇 105 大洋镇 106 东渡镇 107 东方镇 108 大源镇
     203 七里乡 206 前路乡 207 三溪乡 208 溶江乡 209 双溪口乡 210 胡源乡 211 方溪乡 212 石笕乡`,
  ),
  county(
    '331123',
    '遂昌县',
    194,
    `001 妙高街道 002 云峰街道 102 新路湾镇 103 北界镇 104 金竹镇 105 大柘镇 106 石练镇 107 王村口镇 108 黄沙腰镇 200 三仁畲族乡
     201 濂竹乡 202 应村乡 203 高坪乡 204 湖山乡 205 蔡源乡 206 焦滩乡 207 龙洋乡 208 柘岱口乡 209 西畈乡 210 垵口乡`,
  ),
  county(
    '331124',
    '松阳县',
    205,
    `001 西屏街道 002 水南街道 003 望松街道 101 古市镇 102 玉岩镇 103 象溪镇 104 大东坝镇 105 新兴镇 201 叶村乡 202 斋坛乡
     203 三都乡 204 竹源乡 205 四都乡 206 赤寿乡 208 樟溪乡 211 枫坪乡 212 板桥畲族乡 213 裕溪乡 214 安民乡`,
  ),
  county(
    '331125',
    '云和县',
    129,
    `001 浮云街道 002 元和街道 003 白龙山街道 004 凤凰山街道 105 崇头镇 106 石塘镇 107 紧水滩镇 201 雾溪畲族乡 202 安溪畲族乡
     206 赤石乡`,
  ),
  county(
    '331126',
    '庆元县',
    142,
    `001 松源街道 002 濛洲街道 003 屏都街道 101 黄田镇 102 竹口镇 104 荷地镇 105 左溪镇 106 贤良镇 107 百山祖镇 200 岭头乡
     201 五大堡乡 202 淤上乡 203 安南乡 204 张村乡 205 隆宫乡 206 举水乡 207 江根乡 209 龙溪乡 211 官塘乡`,
  ),
  county(
    '331127',
    '景宁畲族自治县',
    111,
    `001 红星街道 002 鹤溪街道 101 渤海镇 102 东坑镇 103 英川镇 104 沙湾镇 201 大均乡 202 澄照乡 203 梅岐乡 205 郑坑乡
     208 大漈乡 209 景南乡 210 雁溪乡 212 鸬鹚乡 213 梧桐乡 214 标溪乡 215 毛垟乡 216 秋炉乡 217 大地乡 218 家地乡 219 九龙乡`,
  ),
  county(
    '331181',
    '龙泉市',
    249,
    `001 龙渊街道 002 西街街道 003 剑池街道 004 石达石街道 100 八都镇 101 上垟镇 102 小梅镇 103 查田镇 104 安仁镇 105 锦溪镇
     106 住龙镇 107 屏南镇 200 兰巨乡 202 宝溪乡 203 竹垟畲族乡 204 道太乡 205 岩樟乡 206 城北乡 207 龙南乡`,
  ),
];

/** Where many She (畲族) live: 景宁, the only autonomous county of the She, and townships such as 老竹. */
export function isHomeOfTheShe({ code, name }: Township): boolean {
  return code.startsWith('331127') || name.includes('畲族');
}

/** The county a township lies in. */
export function countyOf(area: string): County {
  const found = counties.find(({ code }) => area.startsWith(code));
  if (!found) throw new Error(`No county of Lishui: ${area}`);
  return found;
}

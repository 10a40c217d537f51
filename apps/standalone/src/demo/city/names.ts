import type { Chance } from './chance.js';

export type Sex = 'male' | 'female';

/** Often found in Lishui, the commonest first. */
const hanSurnames = Array.from(
  '陈叶王吴李周刘林徐张朱潘胡项季毛梅应卢麻郑练范蔡金柳黄吕沈杨何夏杜章刁邱赵罗程邹汤舒丁洪管虞曹谢宋华余詹鲍',
);
const sheSurnames = ['蓝', '雷', '钟'];

/** As far as a family name tells. */
export const isShe = (name: string): boolean => sheSurnames.includes(name.charAt(0));

/** Given names go with the time: the first born before 1972, then before 1988, then before 2000, then later. */
const givenNames: Readonly<Record<Sex, readonly (readonly string[])[]>> = {
  male: [
    words('德顺 根土 水金 樟法 永康 关林 松土 世良 培荣 正清 家旺 仁和 岳土 火根 庆余 石生 益民 宗明'),
    words('建平 伟东 旭初 海勇 少峰 晓军 志勇 国梁 立群 敏杰 俊毅 剑锋 卫星 军民 永强 一鸣 朝阳 新华'),
    words('一帆 凯文 嘉伟 超群 思远 晨曦 泽宇 浩然 子健 鹏程 鑫磊 宇航 致远 明川 柏霖 少聪 逸飞 启明'),
    words('梓轩 宇辰 奕阳 景行 云舟 知衡 沐阳 承泽 昊天 书航 牧野 言蹊 以恒 子墨 乐山 星河 嘉树 其远'),
  ],
  female: [
    words('秀莲 桂香 月娥 彩仙 美珠 春兰 水英 菊花 玉莲 金凤 爱菊 兰芝 银娣 素珍 三妹 宝莲 雪梅 香莲'),
    words('丽芬 海燕 慧珍 小红 旭芳 春燕 建芬 巧玲 淑贞 晓玲 志英 美芳 伟红 秋萍 素芬 永梅 卫芬 云霞'),
    words('思琪 佳颖 雨晴 倩云 晓雯 梦洁 依婷 诗雅 雅琴 静怡 婉清 若溪 可欣 文静 丹妮 露瑶 宁雨 书瑶'),
    words('梓涵 语桐 一诺 清禾 知夏 沐晴 若彤 安然 予墨 心妍 芷若 南乔 念慈 青禾 采薇 舒窈 米朵 见微'),
  ],
};
const generationsUntil = [1972, 1988, 2000];

/** Names nobody else of the demo has; invented by putting a family name before a given one. */
export class Names {
  private readonly taken = new Set<string>();

  /** Somebody bears this name already. */
  reserve(name: string): void {
    this.taken.add(name);
  }

  /** @param sheShare how often of 1 the family name is one of the She */
  give(chance: Chance, sex: Sex, birthYear: number, sheShare: number): string {
    const surnames = chance.happens(sheShare) ? sheSurnames : hanSurnames;
    return this.firstFree(() => commonFirst(chance, surnames) + this.givenName(chance, sex, birthYear));
  }

  /** Somebody of the same family. */
  giveRelative(chance: Chance, of: string, sex: Sex, birthYear: number): string {
    return this.firstFree(() => of.charAt(0) + this.givenName(chance, sex, birthYear));
  }

  private givenName(chance: Chance, sex: Sex, birthYear: number): string {
    const generation = generationsUntil.filter((year) => birthYear >= year).length;
    return chance.pick(givenNames[sex][generation] ?? []);
  }

  private firstFree(suggest: () => string): string {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const name = suggest();
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return name;
    }
    throw new Error('The lists of names are too short for so many people');
  }
}

/** The first half of the list is taken three times as often as the second. */
function commonFirst(chance: Chance, surnames: readonly string[]): string {
  const half = Math.ceil(surnames.length / 2);
  return chance.pick(chance.happens(0.75) ? surnames.slice(0, half) : surnames);
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

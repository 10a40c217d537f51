import type { LocalText } from '../../rule-set.js';

const gb = (zh: string, en: string): LocalText => ({
  'zh-CN': `GB 18467-2011《献血者健康检查要求》，${zh}`,
  en: `GB 18467-2011 (health requirements for blood donors), ${en}`,
});

/** Where the rules are taken from. The text of the standard itself was not at hand: what was read is named. */
export const sources = {
  bloodDonationLaw: {
    'zh-CN': '《中华人民共和国献血法》第二条、第九条',
    en: 'Blood Donation Law of the PRC, articles 2 and 9',
  },
  standard: gb('据血站公开说明', 'as published by blood stations'),
  standardOnRepeatDonors: gb('据2012年公开报道', 'as reported by the press in 2012'),
  standardOnIntervals: gb('据公开转载', 'as reprinted in public'),
  stationPractice: {
    'zh-CN': '血站通行做法，国标条文未核实',
    en: 'station practice; clause of the standard not verified',
  },
  notVerified: gb('条文未核实', 'clause not verified'),
  vaccines: {
    'zh-CN': '《血站技术操作规程（2019版）》，据公开转载',
    en: 'Technical procedures for blood stations (2019), as reprinted in public',
  },
  covidNotice: {
    'zh-CN': '2021年新冠疫苗接种后献血通知，可能已失效',
    en: 'Notice of 2021 on giving blood after COVID-19 vaccination, perhaps lapsed',
  },
  noIntervalFound: { 'zh-CN': '已查阅的规定未载明间隔期', en: 'no interval stated in the texts consulted' },
} satisfies Record<string, LocalText>;

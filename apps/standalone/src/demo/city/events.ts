import { branchOf, rootBranch } from './branches.js';
import { type CalendarDate, firstFrom, later, weekdayOf } from './calendar-dates.js';
import type { PlannedEvent, PlannedShift } from './city-plan.js';
import { countyOf } from './lishui.js';
import { type WeekendRule, workdayFor } from './weekend-rule.js';

const sunday = 7;
const wednesday = 3;
const thursday = 4;
const friday = 5;
const saturday = 6;

/** Twelve events in the eight weeks after `today`, the joint day first. */
export function planEvents(today: CalendarDate, weekendRule: WeekendRule): PlannedEvent[] {
  const on = (weekday: number, weeks: number) =>
    firstFrom(later(today, { days: 1 + 7 * weeks }), (date) => weekdayOf(date) === weekday);
  const studyDay = (dayOfMonth: number) =>
    workdayFor(
      // A shifted study day may lie before the date it stands for, but never in the past.
      firstFrom(later(today, { days: 4 }), (date) => Number(date.slice(-2)) === dayOfMonth),
      weekendRule,
    );
  return [
    jointDay(on(sunday, 1)),
    event('study-day-5', studyDay(5), {
      title: '五日学习日：红十字会法与志愿服务条例',
      kind: 'meeting',
      place: { name: '丽水市红十字会会议室', area: '331102' },
      description:
        '每月五日、二十日是集体学习和议事的日子，遇周末另行调整。上午学习，下午讨论当月工作，欢迎志愿者旁听。',
      shifts: [shift('会务', [9, 11.5], [1, 2], 2), shift('会议记录', [14, 16.5], [1, 1], 1)],
    }),
    event('study-day-20', studyDay(20), {
      title: '二十日学习日：造血干细胞捐献知识',
      kind: 'meeting',
      place: { name: '丽水市红十字会会议室', area: '331102' },
      description: '本月第二个学习日，请采集点的护士讲一讲入库、配型和捐献的全过程，遇周末另行调整。',
      shifts: [shift('会务', [14, 17], [1, 2], 1)],
    }),
    event('theme-day', firstFridayOfAMonth(today), {
      title: '每月主题日：三献知识进社区',
      kind: 'theme-day',
      place: { name: '白云街道社区服务中心', area: '331102004' },
      description: '每月第一个星期五的主题日。先讲无偿献血、造血干细胞和器官捐献，再陪居民做献血预筛、登记意愿。',
      shifts: [
        shift('讲解', [13.5, 16.5], [2, 4], 6, ['publicity']),
        shift('预筛陪同', [13.5, 16.5], [2, 5], 3),
        shift('现场摄影', [13.5, 16.5], [1, 1], 2, ['photographer']),
      ],
    }),
    event('first-aid-course', on(saturday, 1), {
      title: '救护员培训班（心肺复苏与自动体外除颤器）',
      kind: 'first-aid-course',
      place: { name: '龙泉市文化中心', area: '331181001' },
      description: '为期一天的持证培训，理论与操作各半，结束时考核。助教请带上自己的救护员证。',
      shifts: [
        shift('主讲', [8.5, 16.5], [1, 2], 2, ['first-aid-instructor']),
        shift('助教', [8.5, 16.5], [2, 4], 5, ['first-aider']),
        shift('签到与物料', [8, 12], [1, 2], 1),
      ],
    }),
    event('free-clinic', on(saturday, 2), {
      title: '畲乡义诊',
      kind: 'free-clinic',
      place: { name: '景宁民族文化中心广场', area: '331127001' },
      description: '量血压、测血糖、健康咨询。很多老人习惯说畲话，方言翻译全程陪同。',
      languages: ['zh', 'shx'],
      shifts: [
        shift('门诊咨询', [8.5, 11.5], [2, 4], 3, ['doctor']),
        shift('测量护理', [8.5, 11.5], [2, 5], 4, ['nurse']),
        shift('方言翻译', [8.5, 11.5], [1, 3], 4, ['dialect-interpreter']),
        shift('引导', [8.5, 11.5], [2, 4], 5, [], ['dialect-interpreter']),
      ],
    }),
    event('blood-drive', on(wednesday, 3), {
      title: '献血车进缙云：现场服务',
      kind: 'blood-drive-support',
      place: { name: '五云街道文化广场', area: '331122001' },
      description: '协助采血车现场：引导排队、献血后休息区照看、合影留念。能否献血由采血车上的医护人员决定。',
      shifts: [
        shift('上午引导', [8.5, 12], [2, 4], 6),
        shift('下午引导', [13, 16.5], [2, 4], 2),
        shift('休息区照看', [8.5, 12], [1, 2], 3, ['nurse']),
      ],
    }),
    event('stem-cell-drive', on(thursday, 4), {
      title: '造血干细胞采样日',
      kind: 'stem-cell-drive',
      place: { name: '丽水学院学生活动中心', area: '331102' },
      description: '面向十八至四十五岁的同学和教职工，讲清楚入库意味着什么、随时可以退出，再由护士采样。',
      shifts: [shift('讲解与登记', [9, 12], [2, 6], 5, ['publicity']), shift('采样', [9, 12], [1, 3], 2, ['nurse'])],
    }),
    event('relief-drill', on(sunday, 3), {
      title: '山洪转移安置演练',
      kind: 'relief-drill',
      risk: 'medium',
      insurance: '人保财险 团体意外险 演示保单',
      priority: 3,
      place: { name: '紧水滩镇水上救援基地', area: '331125107' },
      description: '演练转移、搭建帐篷和水上搜救。活动有一定风险：需年满十八周岁，统一投保意外险后参加。',
      shifts: [
        shift('搜救组', [8, 12], [3, 6], 4, ['search-and-rescue']),
        shift('水上组', [8, 12], [2, 3], 4, ['water-rescue']),
        shift('物资与运输', [7.5, 12], [2, 5], 4, ['driver']),
        shift('心理支持', [9, 12], [1, 2], 1, ['psychologist']),
      ],
    }),
    event('household-visits', on(saturday, 5), {
      title: '结对村走访慰问',
      kind: 'household-visit',
      place: { name: '舒桥乡叶店村、陈山村', area: '331121208' },
      description: '走访两个结对村的困难家庭，了解用水、看病和上学的难处，送去应急包和急救手册。',
      shifts: [
        shift('走访一组（叶店村）', [9, 12], [2, 4], 4, [], ['psychologist', 'nurse']),
        shift('走访二组（陈山村）', [9, 12], [2, 4], 3),
        shift('驾驶', [8, 13], [1, 2], 2, ['driver']),
      ],
    }),
    event('survey', on(thursday, 6), {
      title: '返乡调研：急救知识知晓情况问卷',
      kind: 'survey',
      place: { name: '濛洲街道', area: '331126002' },
      description: '入户问卷和小型座谈：会不会心肺复苏，知不知道最近的自动体外除颤器在哪里。数据只作统计。',
      shifts: [shift('入户问卷', [9, 16], [3, 8], 3), shift('座谈记录', [14, 16], [1, 2], 0)],
    }),
    event('exchange', on(friday, 6), {
      title: '与民主党派交流座谈',
      kind: 'meeting',
      place: { name: '丽水市红十字会会议室', area: '331102' },
      description: '请来访的同志听听一年的工作，也提提意见：红十字工作哪里还可以更好。',
      shifts: [shift('接待', [14, 16.5], [1, 2], 1)],
    }),
  ];
}

/** Modelled on the day of 2018-11-04: three organisations, roles by skill, one village. */
function jointDay(date: CalendarDate): PlannedEvent {
  return event('joint-day', date, {
    title: '普及急救知识惠基层',
    kind: 'theme-day',
    place: { name: '老竹畲族镇新屋村', area: '331102103', lat: 28.4176, lng: 119.7289 },
    branch: rootBranch,
    priority: 2,
    description:
      '三家单位一起下村：丽水市红十字会、丽水学院职业技术学院护理系、丽水市中心医院医技科室。义诊义检、急救培训与演示、发放资料和急救包，服务村民、南乡革命纪念馆工作人员和游客。',
    shifts: [
      shift('义诊义检', [9, 12], [2, 4], 3, ['doctor']),
      shift('护理协助', [9, 12], [1, 3], 3, ['nurse']),
      shift('检验', [9, 12], [1, 2], 1, ['lab-technician']),
      shift('急救培训', [9, 12], [1, 2], 3, ['first-aid-instructor']),
      shift('急救演示助手', [9, 12], [2, 4], 4, ['first-aider']),
      shift('畲语翻译', [9, 12], [1, 2], 1, ['dialect-interpreter']),
      shift('影像记录', [9, 12], [1, 1], 3, ['photographer']),
      shift('资料发放', [13, 16], [2, 6], 8, [], ['publicity']),
    ],
  });
}

/** The next one that is neither over nor tomorrow. */
function firstFridayOfAMonth(today: CalendarDate): CalendarDate {
  return firstFrom(later(today, { days: 2 }), (date) => weekdayOf(date) === friday && Number(date.slice(-2)) <= 7);
}

type EventOutline = Pick<PlannedEvent, 'title' | 'kind' | 'place' | 'description'> &
  Partial<Pick<PlannedEvent, 'risk' | 'branch' | 'insurance' | 'priority' | 'languages'>> & {
    readonly shifts: readonly Omit<PlannedShift, 'key'>[];
  };

function event(key: string, date: CalendarDate, outline: EventOutline): PlannedEvent {
  return {
    key,
    date,
    risk: 'low',
    branch: branchOf(countyOf(outline.place.area)),
    ...outline,
    // Where nothing more exact is known, the seat of the county.
    place: { ...countyOf(outline.place.area).centre, ...outline.place },
    shifts: outline.shifts.map((planned, index) => ({ key: `${key}/${index}`, ...planned })),
  };
}

/**
 * @param hours from and to
 * @param seats least and most
 */
function shift(
  role: string,
  [fromHour, toHour]: readonly [number, number],
  [min, max]: readonly [number, number],
  wanted: number,
  requiredSkills: readonly string[] = [],
  preferredSkills: readonly string[] = [],
): Omit<PlannedShift, 'key'> {
  return { role, fromHour, toHour, min, max, requiredSkills, preferredSkills, wanted };
}

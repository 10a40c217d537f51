import type { DurationLikeObject } from 'luxon';
import { donationsUpTo } from './blood-history.js';
import { type CalendarDate, earlier, later } from './calendar-dates.js';
import { certificateUntil } from './certificates.js';
import type { Chance } from './chance.js';
import type { PlannedDonor, PlannedOrganDecision, PlannedPerson, PlannedSkill } from './city-plan.js';
import { sixOrgans } from './donors.js';
import type { Names } from './names.js';
import type { Residents } from './residents.js';

/** Without a number: numbers go round in the order of the list. */
type NotablePerson = Omit<PlannedPerson, 'phone'>;

const fromAbroad = { language: 'en' } as const;
const weekend = [
  { weekday: 'sat', from: '08:00', to: '18:00' },
  { weekday: 'sun', from: '08:00', to: '18:00' },
];

/**
 * People worth logging in as, each with something to see. They come first, so their numbers stay the same:
 * 199 0001 0001 and on, as the README lists them.
 */
export function notablePeople(
  today: CalendarDate,
  residents: Residents,
  names: Names,
  chance: Chance,
): PlannedPerson[] {
  return [...notableVolunteers(today), ...notableDonors(today, chance)].map((person) => {
    names.reserve(person.name);
    const residentId = residents.nextResidentId(person.birthDate, person.sex);
    return { ...person, phone: residents.nextPhone(), ...(person.language === 'zh-CN' ? { residentId } : {}) };
  });
}

function notableVolunteers(today: CalendarDate): NotablePerson[] {
  const until = (span: DurationLikeObject) => certificateUntil(later(today, span));
  const valid = until({ months: 14 });
  return [
    volunteer('王晓岚', '1984-05-19', 'female', '331102003', [{ code: 'doctor' }], ['joint-day/0']),
    volunteer(
      '李思源',
      '1992-11-02',
      'male',
      '331102004',
      [{ code: 'nurse' }, { code: 'first-aider', certificate: valid }],
      ['joint-day/1', 'blood-drive/2'],
    ),
    // Takes the one seat for pictures, which the photographer after next then waits for.
    volunteer(
      '周宁雨',
      '1996-03-28',
      'female',
      '331102002',
      [{ code: 'photographer' }, { code: 'publicity' }],
      ['joint-day/6'],
      ['zh', 'en'],
    ),
    volunteer(
      '吴建业',
      '1979-08-07',
      'male',
      '331102103',
      [
        { code: 'first-aid-instructor', certificate: valid },
        { code: 'first-aider', certificate: valid },
      ],
      ['joint-day/3', 'first-aid-course/0'],
    ),
    volunteer(
      '蓝月兰',
      '1968-01-30',
      'female',
      '331102103',
      [{ code: 'dialect-interpreter' }],
      ['joint-day/5', 'free-clinic/2'],
      ['zh', 'shx'],
    ),
    volunteer('叶知秋', '1999-10-11', 'male', '331121208', [{ code: 'photographer' }], ['joint-day/6']),
    volunteer(
      '陈大山',
      '1973-12-24',
      'male',
      '331121001',
      [{ code: 'first-aider', certificate: until({ days: -40 }) }, { code: 'driver' }],
      ['household-visits/2'],
    ),
    volunteer(
      '雷小梅',
      '1990-07-16',
      'female',
      '331127002',
      [{ code: 'first-aider', certificate: until({ days: 20 }) }, { code: 'publicity' }],
      ['theme-day/0'],
      ['zh', 'shx'],
    ),
    volunteer('季清扬', '1988-02-09', 'female', '331126002', [{ code: 'psychologist' }], ['relief-drill/3']),
    {
      ...volunteer(
        '项文博',
        later(earlier(today, { years: 17 }), { days: 60 }),
        'male',
        '331181001',
        [],
        ['joint-day/7'],
      ),
      volunteer: {
        skills: [],
        languages: ['zh'],
        availability: weekend,
        guardian: { name: '项立民', phone: '19900029999' },
        consent: 'granted',
        signUps: ['joint-day/7'],
      },
    },
  ];
}

function notableDonors(today: CalendarDate, chance: Chance): NotablePerson[] {
  const wholeBloodUntil = (mayGiveOn: CalendarDate, cameOfAge: CalendarDate) =>
    donationsUpTo(
      { donatedOn: earlier(mayGiveOn, { months: 6 }), product: 'whole-blood' },
      'regularly',
      cameOfAge,
      chance,
    );
  const intent = { product: 'whole-blood', volumeMl: 300, preferredDays: ['sat'], withdrawn: false } as const;
  const eligibleSoon = { ...intent, preScreened: false };
  const eligibleNow = { ...intent, preScreened: true };
  const written = (decision: PlannedOrganDecision['decision']): PlannedOrganDecision => ({
    decision,
    ...(decision === 'opt-in' ? { items: sixOrgans } : {}),
    form: 'written',
    kinInformed: 'told',
  });
  return [
    donor('郑可欣', '1994-06-21', 'female', '331102001', {
      bloodType: { abo: 'A', rhD: 'positive' },
      history: wholeBloodUntil(later(today, { days: 3 }), '2014-01-01'),
      bloodIntent: eligibleSoon,
    }),
    donor('梅若兰', '1987-09-05', 'female', '331122001', {
      bloodType: { abo: 'O', rhD: 'positive' },
      history: donationsUpTo(
        { donatedOn: earlier(today, { days: 6 }), product: 'platelets' },
        'platelets',
        '2020-01-01',
        chance,
      ),
      bloodIntent: { product: 'platelets', preferredDays: [], preScreened: false, withdrawn: false },
    }),
    donor('柳青青', '2004-04-12', 'female', '331124001', { bloodIntent: eligibleNow }),
    donor('麻远航', '1991-01-08', 'male', '331122101', {
      bloodType: { abo: 'O', rhD: 'negative' },
      history: wholeBloodUntil(earlier(today, { days: 1 }), '2011-01-01'),
      bloodIntent: eligibleNow,
    }),
    {
      ...donor('钟秋月', '1995-12-02', 'female', '331127001', {
        bloodType: { abo: 'B', rhD: 'positive' },
        history: wholeBloodUntil(later(today, { days: 75 }), '2015-01-01'),
        bloodIntent: eligibleSoon,
        stemCell: {
          contacts: [
            { name: '钟根土', relation: '父亲', phone: '19900029998' },
            { name: '蓝彩仙', relation: '母亲', phone: '19900029997' },
          ],
          withdrawn: false,
        },
        organDecisions: [written('opt-in')],
      }),
      volunteer: {
        skills: [{ code: 'publicity' }, { code: 'dialect-interpreter' }],
        languages: ['zh', 'shx'],
        availability: weekend,
        consent: 'granted',
        signUps: ['stem-cell-drive/0'],
      },
    },
    donor('潘石生', '1958-03-15', 'male', '331123001', { organDecisions: [written('refuse')] }),
    donor('应静怡', '1989-08-28', 'female', '331125001', { organDecisions: [written('opt-in'), written('none')] }),
    donor('卢承泽', '2002-05-06', 'male', '331121002', {
      stemCell: {
        contacts: [
          { name: '卢旭初', relation: '父亲', phone: '19900029996' },
          { name: '练语桐', relation: '同学', phone: '19900029995' },
        ],
        withdrawn: true,
      },
    }),
    donor('范海勇', '1981-10-30', 'male', '331126001', {
      history: wholeBloodUntil(earlier(today, { days: 90 }), '2003-01-01'),
      bloodIntent: eligibleNow,
      bloodContact: 'withdrawn',
    }),
    donor('徐素珍', '1956-02-17', 'female', '331181002', {
      organDecisions: [
        {
          decision: 'opt-in',
          items: ['cornea', 'body'],
          form: 'will',
          executor: { name: '徐一帆', relation: '亲属', phone: '19900029994' },
          kinInformed: 'told',
        },
      ],
    }),
    {
      ...donor('Emma Hughes', '1993-07-04', 'female', '331121001', {
        bloodType: { abo: 'A', rhD: 'negative' },
        bloodIntent: eligibleNow,
      }),
      ...fromAbroad,
    },
  ];
}

function volunteer(
  name: string,
  birthDate: CalendarDate,
  sex: NotablePerson['sex'],
  area: string,
  skills: readonly PlannedSkill[],
  signUps: readonly string[],
  languages: readonly string[] = ['zh'],
): NotablePerson {
  return {
    name,
    language: 'zh-CN',
    birthDate,
    sex,
    area,
    volunteer: { skills, languages, availability: weekend, consent: 'granted', signUps },
  };
}

function donor(
  name: string,
  birthDate: CalendarDate,
  sex: NotablePerson['sex'],
  area: string,
  gives: Partial<PlannedDonor>,
): NotablePerson {
  const bloodContact = gives.bloodIntent ? 'granted' : 'not-asked';
  return {
    name,
    language: 'zh-CN',
    birthDate,
    sex,
    area,
    donor: { history: [], bloodContact, organDecisions: [], ...gives },
  };
}

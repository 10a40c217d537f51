import { type Habit, donationsUpTo, nextDate } from './blood-history.js';
import { type CalendarDate, earlier, later, yearsBetween } from './calendar-dates.js';
import type { Chance } from './chance.js';
import type {
  BloodProduct,
  OrganItem,
  PlannedBloodIntent,
  PlannedDonation,
  PlannedDonor,
  PlannedOrganDecision,
  PlannedPerson,
  PlannedStemCellIntent,
} from './city-plan.js';
import type { Names } from './names.js';
import type { AgePyramid, Residents } from './residents.js';

type Resident = Omit<PlannedPerson, 'donor' | 'volunteer'>;

/** Most who give blood are under forty; who decides about organs only may be older. */
export const bloodDonorAges: AgePyramid = [
  [[18, 26], 26],
  [[26, 36], 31],
  [[36, 46], 24],
  [[46, 56], 16],
];
export const elderAges: AgePyramid = [
  [[56, 66], 3],
  [[66, 79], 2],
];
export const elderShare = 0.07;

const adult = 18;
/** From here on only who has given before may give (CN-AGE-EXT). */
const firstTimeBelow = 56;
const stemCellBelow = 46;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** What 人体器官捐献和移植条例 Art. 2 covers. */
export const sixOrgans = ['heart', 'lung', 'liver', 'kidney', 'pancreas', 'small-intestine'] as const;

/** What somebody of the demo gives, has given, and has decided. */
export class Donors {
  constructor(
    private readonly today: CalendarDate,
    private readonly residents: Residents,
    private readonly names: Names,
  ) {}

  become(resident: Resident, chance: Chance): PlannedDonor {
    const age = yearsBetween(resident.birthDate, this.today);
    const givesBlood = age < firstTimeBelow;
    const history = givesBlood && chance.happens(0.84) ? this.history(resident, chance) : [];
    const bloodIntent = givesBlood ? this.bloodIntent(history, chance) : undefined;
    const stemCell = age < stemCellBelow && chance.happens(0.16) ? this.stemCell(resident, chance) : undefined;
    const decides = !givesBlood || chance.happens(0.18);
    return {
      ...(chance.happens(history.length > 0 ? 0.85 : 0.3) ? { bloodType: bloodType(chance) } : {}),
      history,
      ...(bloodIntent ? { bloodIntent } : {}),
      bloodContact: bloodIntent ? (chance.happens(0.05) ? 'withdrawn' : 'granted') : 'not-asked',
      ...(stemCell ? { stemCell } : {}),
      organDecisions: decides ? this.organDecisions(resident, chance) : [],
    };
  }

  private history({ birthDate }: Resident, chance: Chance): PlannedDonation[] {
    const cameOfAge = later(birthDate, { years: adult });
    const habit = chance.weighted<Habit>([
      ['now-and-then', 46],
      ['regularly', 32],
      ['platelets', 10],
      ['both', 12],
    ]);
    const product: BloodProduct = habit === 'platelets' ? 'platelets' : 'whole-blood';
    const donatedOn = this.lastDonation(product, chance);
    return donatedOn < cameOfAge ? [] : donationsUpTo({ donatedOn, product }, habit, cameOfAge, chance);
  }

  /** Some are due within days, most were due a while ago or are still to wait. */
  private lastDonation(product: BloodProduct, chance: Chance): CalendarDate {
    if (product === 'platelets') return earlier(this.today, { days: chance.integer(2, 60) });
    const dueSoon = later(this.today, { days: chance.integer(0, 10) });
    return chance.happens(0.12)
      ? earlier(dueSoon, { months: 6 })
      : earlier(this.today, { days: chance.integer(5, chance.happens(0.6) ? 330 : 1_400) });
  }

  /** Nearly everybody who may give soon says so; who gave lately, or is not sure, does not. */
  private bloodIntent(history: readonly PlannedDonation[], chance: Chance): PlannedBloodIntent | undefined {
    const product = history.at(-1)?.product ?? (chance.happens(0.92) ? 'whole-blood' : 'platelets');
    const mayGiveOn = nextDate(history, product) ?? this.today;
    if (!chance.happens(mayGiveOn <= later(this.today, { days: 60 }) ? 0.85 : 0.45)) return undefined;
    return {
      product,
      ...(product === 'whole-blood' ? { volumeMl: chance.pick([200, 300, 300, 400] as const) } : {}),
      preferredDays: chance.happens(0.5) ? weekdays.filter((_, index) => chance.happens(index > 4 ? 0.7 : 0.2)) : [],
      preScreened: mayGiveOn <= this.today && chance.happens(0.4),
      withdrawn: chance.happens(0.06),
    };
  }

  private stemCell(resident: Resident, chance: Chance): PlannedStemCellIntent {
    const birthYear = Number(resident.birthDate.slice(0, 4));
    return {
      contacts: [
        {
          name: this.names.giveRelative(chance, resident.name, 'male', birthYear - 27),
          relation: '父亲',
          phone: this.residents.nextContactPhone(),
        },
        {
          name: this.names.give(chance, chance.pick(['male', 'female']), birthYear + chance.integer(-4, 4), 0.02),
          relation: chance.pick(['朋友', '同事', '同学', '配偶']),
          phone: this.residents.nextContactPhone(),
        },
      ],
      withdrawn: chance.happens(0.06),
    };
  }

  private organDecisions(resident: Resident, chance: Chance): PlannedOrganDecision[] {
    const kinInformed = chance.weighted<PlannedOrganDecision['kinInformed']>([
      ['told', 6],
      ['not-yet', 3],
      ['no-answer', 1],
    ]);
    const said = (decision: PlannedOrganDecision['decision'], items?: readonly OrganItem[]): PlannedOrganDecision => ({
      decision,
      ...(items ? { items } : {}),
      form: 'written',
      kinInformed,
    });
    const all = said('opt-in', sixOrgans);
    switch (
      chance.weighted([
        ['all', 34],
        ['all and cornea', 14],
        ['some', 22],
        ['body', 6],
        ['refuse', 12],
        ['taken back', 8],
        ['thought again', 4],
      ])
    ) {
      case 'all and cornea':
        return [said('opt-in', [...sixOrgans, 'cornea'])];
      case 'some':
        return [said('opt-in', chance.shuffled<OrganItem>([...sixOrgans, 'cornea']).slice(0, chance.integer(1, 4)))];
      case 'body':
        return [{ ...said('opt-in', ['body']), form: 'will', executor: this.executor(resident, chance) }];
      case 'refuse':
        return [said('refuse')];
      case 'taken back':
        return [all, said('none')];
      case 'thought again':
        return [said('refuse'), all];
      default:
        return [all];
    }
  }

  private executor(resident: Resident, chance: Chance): PlannedOrganDecision['executor'] {
    const birthYear = Math.min(2004, Number(resident.birthDate.slice(0, 4)) + 26);
    return {
      name: this.names.giveRelative(chance, resident.name, chance.pick(['male', 'female']), birthYear),
      relation: '亲属',
      phone: this.residents.nextContactPhone(),
    };
  }
}

function bloodType(chance: Chance): NonNullable<PlannedDonor['bloodType']> {
  return {
    abo: chance.weighted([
      ['O', 32],
      ['A', 31],
      ['B', 28],
      ['AB', 9],
    ]),
    // Three in a thousand Han are negative.
    rhD: chance.happens(0.003) ? 'negative' : 'positive',
  };
}

import { leave } from './last-look.js';
import { agree, logInAsCitizen, type Person } from './people.js';
import { reads, same, say } from './witness.js';

const stemCell = '/api/v1/donations/stem-cell/intents';
const organ = '/api/v1/donations/organ/decisions';

interface StemCellIntent {
  readonly id: string;
  readonly stage: string;
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
  readonly coolingOffEndsAt: string;
}

interface OrganDecision {
  readonly id: string;
  readonly decision: string;
  readonly stillOpen: readonly string[];
}

/** Stem cells, and organs after death: one citizen registers, thinks again, and decides. */
export async function citizenDecides(baseUrl: string): Promise<void> {
  const citizen = await logInAsCitizen(baseUrl, '钟静怡');
  const intentId = await joinsRegistryAndLeaves(citizen);
  const decisionIds = await decidesAboutOrgans(citizen);
  await reads(citizen, [
    ...decisionIds.toReversed().map((id) => ['organ-decision-recorded', id] as const),
    ['stem-cell-intent-withdrawn', intentId],
    ['stem-cell-intent-registered', intentId],
  ]);
  const mine = await citizen.api.get<{ stemCellIntent: null; organDecision: OrganDecision }>('/api/v1/donations/mine');
  same('what is hers in the end', [mine.stemCellIntent, mine.organDecision.decision], [null, 'none']);
  await leave(citizen);
}

async function joinsRegistryAndLeaves(citizen: Person): Promise<string> {
  const wish = {
    consentTextVersion: await agree(citizen, 'stem-cell-registry'),
    contacts: [
      { name: '钟静言', relation: '姐姐', phone: '13905780011' },
      { name: '雷雨桐', relation: '同事', phone: '13905780022' },
    ],
    area: '331102',
  };
  const refused = await citizen.api.send<{ code: string }>('POST', stemCell, wish);
  same('an intent without a date of birth', [refused.status, refused.body.code], [409, 'birth-date-missing']);
  say(citizen.name, `未填出生日期时登记造血干细胞意愿：${refused.status} ${refused.body.code}`);
  await citizen.api.patch('/api/v1/me', { birthDate: '1994-03-07' });
  const intent = await citizen.api.post<StemCellIntent>(stemCell, wish);
  same('the stage', intent.stage, 'INTENT');
  const contacts = intent.contacts.map(({ name, phone }) => `${name} ${phone}`).join('、');
  say(citizen.name, `登记造血干细胞捐献意愿，联系人 ${contacts}，冷静期至 ${intent.coolingOffEndsAt}`);
  await reads(citizen, [['stem-cell-intent-registered', intent.id]]);
  await citizen.api.delete(`${stemCell}/${intent.id}`);
  const after = await citizen.api.get<StemCellIntent>(`${stemCell}/${intent.id}`);
  same('the intent after its withdrawal', [after.stage, after.contacts], ['WITHDRAWN', []]);
  say(citizen.name, '冷静期内一键撤回，联系人已删除');
  await reads(citizen, [
    ['stem-cell-intent-withdrawn', intent.id],
    ['stem-cell-intent-registered', intent.id],
  ]);
  return intent.id;
}

async function decidesAboutOrgans(citizen: Person): Promise<string[]> {
  await agree(citizen, 'organ-registration');
  const gives = { decision: 'opt-in', items: ['kidney', 'cornea'], form: 'written', kinInformed: 'not-yet' };
  const given = await citizen.api.post<OrganDecision>(organ, gives);
  same('what is still open', given.stillOpen, ['family-told']);
  say(citizen.name, '登记器官捐献的决定，可以再告诉家人');
  const takenBack = await citizen.api.post<OrganDecision>(organ, { decision: 'none', form: 'written' });
  const { items } = await citizen.api.get<{ items: OrganDecision[] }>(organ);
  same(
    'the history',
    items.map(({ decision }) => decision),
    ['none', 'opt-in'],
  );
  say(citizen.name, '随后撤回，两次决定都留有记录');
  return [given.id, takenBack.id];
}

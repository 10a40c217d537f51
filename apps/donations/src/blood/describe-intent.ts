import type { PersonKey } from '@sanxian/shared/security';
import type { BloodIntentResponse, BloodType } from './blood-intent.dto.js';
import type { BloodIntent } from './blood-intent.entity.js';

const bloodTypeField = 'blood-intent.blood-type';

export function sealBloodType(bloodType: BloodType, key: PersonKey): string {
  const { abo, rhD } = bloodType;
  return key.seal(bloodTypeField, JSON.stringify({ abo, rhD }));
}

/** @param key null when the person's key is gone: what it sealed is then gone, too */
export function describeIntent(intent: BloodIntent, key: PersonKey | null): BloodIntentResponse {
  const { preScreenOutcome: outcome, preScreenOn: on, preScreenRuleSetId: ruleSetId } = intent;
  return {
    id: intent.id,
    status: intent.status,
    product: intent.product,
    volumeMl: intent.volumeMl,
    bloodType: key && intent.sealedBloodType ? openBloodType(intent.sealedBloodType, key) : null,
    area: intent.area,
    preferredDays: intent.preferredDays,
    preScreen: outcome && on && ruleSetId ? { outcome, on, ruleSetId } : null,
    registeredAt: intent.registeredAt,
    withdrawnAt: intent.withdrawnAt,
    version: intent.version,
  };
}

function openBloodType(sealed: string, key: PersonKey): BloodType {
  return JSON.parse(key.open(bloodTypeField, sealed)) as BloodType;
}

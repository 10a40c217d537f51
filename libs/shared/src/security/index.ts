export { AccessTokenSigner, tokenAudience, tokenIssuer, type AccessTokenClaims } from './access-token-signer.js';
export { AuditEntry } from './audit/audit-entry.entity.js';
export { AuditTrail, type AuditedAct } from './audit/audit-trail.js';
export { BlindIndex } from './blind-index.js';
export { ConsentAnnouncement, type AppliedConsent } from './consents/consent-announcement.js';
export { ConsentProjection } from './consents/consent-projection.js';
export { ConsentQueries } from './consents/consent-queries.js';
export { ConsentState } from './consents/consent-state.entity.js';
export { IdentityCaughtUp } from './consents/identity-caught-up.guard.js';
export { KnownPerson } from './consents/known-person.entity.js';
export { happensSoon } from './consents/until-caught-up.js';
export { PaperFormRow } from './paper/paper-form-row.entity.js';
export { createPaperFormTable, dropPaperFormTable } from './paper/paper-form-table.js';
export { PaperTrail, type SignedForm } from './paper/paper-trail.js';
export { PersonFactsProjection } from './people/person-facts-projection.js';
export { PersonFactsQueries, type PersonFacts } from './people/person-facts.js';
export { PersonFactsRow } from './people/person-facts-row.entity.js';
export { ProfileCaughtUp } from './people/profile-caught-up.guard.js';
export { maskName, maskPhone, maskText } from './mask.js';
export { hashPassword, verifyPassword } from './passwords.js';
export { paddedJson } from './padded-json.js';
export { PeopleSeal, type PersonDetails } from './people-seal.js';
export { PersonKey } from './person-key.js';
export { PersonKeyRow } from './person-key-row.entity.js';
export { PersonKeys } from './person-keys.js';
export { roles, type AccountKind, type Principal, type Role } from './principal.js';
export {
  decideAccess,
  definePolicies,
  publicRoutes,
  type AccessDecision,
  type RoutePolicies,
  type RoutePolicy,
} from './route-policies.js';
export { Sealer } from './sealer.js';
export { readKeyFile, readOrCreateKeyFile } from './secret-file.js';
export { createPersonTables, createSecurityTables, dropPersonTables, dropSecurityTables } from './security-tables.js';
export { ServiceKeys } from './service-keys.js';
export { SessionRegistry, type KnownVersions } from './session-registry.js';
export { generateSigningKey, readOrCreateSigningKey, readSigningKey, type SigningKey } from './signing-key.js';
export { TokenAuthenticator } from './token-authenticator.js';
export { WorksForBranch } from './works-for-branch.guard.js';

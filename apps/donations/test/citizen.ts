import { newId } from '@sanxian/shared/config';
import { ConsentGranted, ConsentWithdrawn, PersonChanged, type Purpose } from '@sanxian/shared/contracts';
import type { TestResponse, TestService } from '@sanxian/shared/testing';

export interface Problem {
  code: string;
  errors: { path: string; code: string; message: string }[];
}

/** Somebody who is logged in, and what the gateway says of them. */
export class Citizen {
  readonly personId = newId();

  constructor(private readonly service: TestService) {}

  /** A token lives ten minutes and some tests let days pass: a new one each time. */
  async ask<Body>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<TestResponse<Body & Problem>> {
    const token = await this.service.citizenToken(this.personId);
    return this.service.request<Body & Problem>(method, path, { token, body, headers });
  }

  async isBorn(birthDate: string | null): Promise<this> {
    const details = { phone: null, displayName: null, language: 'zh-CN', sex: null, area: null } as const;
    const sealed = this.service.peopleSeal.seal(this.personId, { ...details, birthDate });
    // The profile is an aggregate of its own: its versions are not those of the account.
    const profileId = `profile-${this.personId}`;
    await this.service.receive(PersonChanged, { personId: this.personId, sealed }, { aggregateId: profileId });
    return this;
  }

  async agrees(purpose: Purpose, textVersion = '2026-11', version?: number): Promise<this> {
    const { personId } = this;
    const grantedAt = this.service.clock.now().toISOString();
    const fields = { personId, purpose, textVersion, grantedAt };
    await this.service.receive(ConsentGranted, fields, { aggregateId: personId, version });
    return this;
  }

  async disagrees(purpose: Purpose, envelope: { version?: number; eventId?: string } = {}): Promise<this> {
    const { personId } = this;
    const withdrawnAt = this.service.clock.now().toISOString();
    const fields = { personId, purpose, withdrawnAt };
    await this.service.receive(ConsentWithdrawn, fields, { aggregateId: personId, ...envelope });
    return this;
  }
}

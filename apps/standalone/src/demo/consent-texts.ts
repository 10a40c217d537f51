import type { DemoClient } from './demo-client.js';

interface ConsentList {
  readonly items: readonly { readonly purpose: string; readonly currentTextVersion: string }[];
}

/** The wordings in force, asked for once: they are the same for everybody. */
export class ConsentTexts {
  private list: Promise<ConsentList> | undefined;

  constructor(private readonly client: DemoClient) {}

  /** @param token of any citizen */
  async versionOf(purpose: string, token: string): Promise<string> {
    this.list ??= this.client.get<ConsentList>('/api/v1/me/consents', token);
    try {
      const found = (await this.list).items.find((item) => item.purpose === purpose);
      if (!found) throw new Error(`There is no consent to ${purpose}`);
      return found.currentTextVersion;
    } catch (error) {
      this.list = undefined;
      throw error;
    }
  }
}

import type { Clock } from '@sanxian/shared/config';
import type { DemoClient, LogIn } from './demo-client.js';
import type { DemoAccount } from './demo-staff.js';

/** Access tokens last ten minutes; filling a city may take longer. */
const freshMilliseconds = 5 * 60_000;

/** The coordinator of the demo, logged in for as long as there is work. */
export class CoordinatorDesk {
  private logIn: { readonly at: number; readonly result: Promise<LogIn> } | undefined;

  constructor(
    private readonly client: DemoClient,
    private readonly account: DemoAccount,
    private readonly clock: Clock,
  ) {}

  session(): Promise<LogIn> {
    const now = this.clock.now().getTime();
    if (!this.logIn || this.logIn.at + freshMilliseconds < now) {
      const { username, password } = this.account;
      this.logIn = { at: now, result: this.client.logInAsStaff(username, password) };
      this.logIn.result.catch(() => (this.logIn = undefined));
    }
    return this.logIn.result;
  }
}

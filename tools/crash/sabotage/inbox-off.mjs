// The mechanism under test, switched off: every consumer forgets what it has handled.
import { Inbox } from '../../../libs/shared/dist/messaging/inbox/inbox.js';

Inbox.prototype.claim = () => Promise.resolve(true);

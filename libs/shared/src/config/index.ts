export { Clock, SystemClock, todayInShanghai } from './clock.js';
export { RepeatingTask } from './repeating-task.js';

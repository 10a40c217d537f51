/** Lets work of one name run after the other and work of different names side by side, within this process. */
export class OneAtATime {
  private readonly running = new Map<string, Promise<unknown>>();

  /**
   * @param patience how many milliseconds to wait for one's turn
   * @param onTooLong makes the error when the turn does not come in time
   */
  async run<T>(name: string, patience: number, work: () => Promise<T>, onTooLong: () => Error): Promise<T> {
    const deadline = performance.now() + patience;
    for (let ahead = this.running.get(name); ahead; ahead = this.running.get(name)) {
      if (!(await endsWithin(ahead, deadline - performance.now()))) throw onTooLong();
    }
    const turn = work();
    this.running.set(name, turn);
    try {
      return await turn;
    } finally {
      this.running.delete(name);
    }
  }
}

/** Whether the promise is settled, either way, before the time is over. */
async function endsWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  const settled = promise.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

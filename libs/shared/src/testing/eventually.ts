const probeEveryMilliseconds = 10;

/**
 * Probes until the check no longer throws, and answers with its result.
 * @throws the last error of the check when the deadline passes
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { withinMilliseconds = 5_000 }: { withinMilliseconds?: number } = {},
): Promise<T> {
  const deadline = performance.now() + withinMilliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, probeEveryMilliseconds));
    }
  }
}

/** `strace` around a server, which makes one of its system calls do something else. */
export const injecting = (calls: string, what: string): string[] => [
  ...['strace', '--follow-forks', '--quiet=all', '--output=/dev/null'],
  `--trace=${calls}`,
  `--inject=${calls}:${what}`,
];

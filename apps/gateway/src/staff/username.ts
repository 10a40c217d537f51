/** Usernames are one, however they are typed: `Wang.Fang ` is `wang.fang`. */
export const usernameOf = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const usernameShape = /^[a-z0-9][a-z0-9._-]{2,39}$/;

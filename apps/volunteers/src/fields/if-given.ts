import { ValidateIf } from 'class-validator';

/** For a field of a change that may be left out, but not be null. */
export const IfGiven = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { InvalidInput } from './invalid-input.js';
import { invalidFields } from './invalid-fields.js';
import { misshapenFields } from './misshapen-fields.js';

const builtIn: readonly unknown[] = [String, Number, Boolean, Array, Object];

/**
 * Turns the body and the query into the handler's DTO classes, and refuses what does not fit them or what they do not know.
 * Nest's own pipe lets a JSON array through where an object is declared.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type, data }: ArgumentMetadata): Promise<unknown> {
    const declaresShape = (type === 'body' || type === 'query') && data === undefined;
    if (!declaresShape || !metatype || builtIn.includes(metatype)) return value;
    const plain = value ?? {};
    if (value === null || typeof plain !== 'object' || Array.isArray(plain)) throw InvalidInput.at('', 'not-an-object');
    const input = plainToInstance<object, object>(metatype as new () => object, plain);
    const misshapen = misshapenFields(input);
    if (misshapen.length > 0) throw new InvalidInput(misshapen);
    const errors = await validate(input, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    if (errors.length > 0) throw new InvalidInput(invalidFields(errors));
    return input;
  }
}

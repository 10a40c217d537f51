import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, Matches } from 'class-validator';

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** A list of language tags (BCP 47, as far as people here need it), each once. */
export const AreLanguages = (): PropertyDecorator =>
  applyDecorators(IsArray(), ArrayUnique(), ArrayMaxSize(20), Matches(languageTag, { each: true }));

import type * as swagger from '@nestjs/swagger';

type Swagger = typeof swagger;

const notes: ((swagger: Swagger) => void)[] = [];

/**
 * What the OpenAPI document says of a field beyond its type. Kept until somebody builds the document: @nestjs/swagger takes
 * longer to load than anything else, and a running server has no use for it.
 */
export const Documented =
  (schema: swagger.ApiPropertyOptions): PropertyDecorator =>
  (target, property) => {
    notes.push(({ ApiProperty }) => ApiProperty(schema)(target, property));
  };

/** The values that a path parameter of an operation may have. */
export const DocumentedParameter =
  (name: string, values: readonly string[]): MethodDecorator =>
  (target, property, descriptor) => {
    notes.push(({ ApiParam }) => ApiParam({ name, enum: values })(target, property, descriptor));
  };

/** An operation that answers with text of this media type, and with 304 whoever has it already. */
export const DocumentedText =
  (mediaType: string, example: string): MethodDecorator =>
  (target, property, descriptor) => {
    const content = { [mediaType]: { schema: { type: 'string' }, example } };
    notes.push(({ ApiOkResponse, ApiResponse }) => {
      ApiOkResponse({ content })(target, property, descriptor);
      ApiResponse({ status: 304 })(target, property, descriptor);
    });
  };

/** A controller that the OpenAPI document leaves out: a page, or a thing of the demo. */
export const Undocumented = (): ClassDecorator => (target) => {
  notes.push(({ ApiExcludeController }) => ApiExcludeController()(target));
};

/** Hands over what the decorators noted, in their order, to where @nestjs/swagger looks for it. */
export function passNotesTo(swagger: Swagger): void {
  for (const note of notes.splice(0)) note(swagger);
}

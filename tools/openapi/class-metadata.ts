import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { SwaggerModule } from '@nestjs/swagger';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';

const filename = 'metadata.mjs';

/**
 * Tells @nestjs/swagger what only the source says of DTOs and controllers: types of optional and nullable fields, unions, comments.
 * At run time nobody needs it, so it lives in a temporary file for as long as it takes to load.
 */
export async function loadClassMetadata(tsconfigPath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sanxian-openapi-'));
  try {
    new PluginMetadataGenerator().generate({
      visitors: [
        new ReadonlyVisitor({
          pathToSource: folder,
          esmCompatible: true,
          introspectComments: true,
          classValidatorShim: true,
        }),
      ],
      outputDir: folder,
      filename,
      tsProgramRef: ReadonlyVisitor.createTsProgram(tsconfigPath),
    });
    const { default: metadata } = (await import(pathToFileURL(join(folder, filename)).href)) as {
      default: () => Promise<Record<string, unknown>>;
    };
    await SwaggerModule.loadPluginMetadata(metadata);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

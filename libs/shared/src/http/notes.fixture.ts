import { createTable } from '../persistence/create-table.js';
import { Body, Controller, Delete, Get, HttpCode, Injectable, Module, Param, Post, Put, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Column, Entity, type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { newId } from '../config/new-id.js';
import { traceContext } from '../config/trace-context.js';
import type { Language } from '../contracts/language.js';
import { Refusal } from '../contracts/refusal.js';
import { IdColumn, ReferenceColumn, VersionColumn } from '../persistence/columns.js';
import { idColumn, referenceColumn, textColumn, versionColumn } from '../persistence/migration-columns.js';
import { ReadDatabase } from '../persistence/read-database.js';
import { StaleVersion } from '../persistence/transaction.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { Principal } from '../security/principal.js';
import { definePolicies } from '../security/route-policies.js';
import { CurrentPrincipal } from './access/current-principal.js';
import { ReaderLanguage } from './access/reader-language.js';
import { Cursors } from './lists/cursors.js';
import { ListQuery } from './lists/list-query.dto.js';
import { type Page, pageOf } from './lists/page-of.js';
import { commonProblems } from './problems/common-problems.js';
import type { ServiceDefinition } from './service/service-definition.js';
import { ServiceRuntimeModule } from './service/service-runtime.module.js';
import { createServiceTables, dropServiceTables } from './service/service-tables.js';
import { IsAreaCode } from './validation/fields/is-area-code.js';
import { IsCalendarDate } from './validation/fields/is-calendar-date.js';
import { IsInstant } from './validation/fields/is-instant.js';
import { IsPhone } from './validation/fields/is-phone.js';
import { TrimmedText } from './validation/fields/trimmed-text.js';
import { ResourceId } from './validation/resource-id.pipe.js';
import { CreatedAt } from './versions/created-at.js';
import { assertExpected, ExpectedVersion } from './versions/expected-version.js';

/** A service of notes: small enough to read, and it uses everything the HTTP side offers. For specs only. */
@Entity('notes')
class Note {
  @IdColumn()
  id!: string;

  @ReferenceColumn({ name: 'person_id' })
  personId!: string;

  @Column({ type: 'varchar', length: 80 })
  title!: string;

  @VersionColumn()
  version!: number;
}

class CreateNotes1764000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createServiceTables(queryRunner);
    const columns = [idColumn(), referenceColumn('person_id'), textColumn('title', 80), versionColumn()];
    await createTable(queryRunner, new Table({ name: 'notes', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notes', true);
    await dropServiceTables(queryRunner);
  }
}

class Contact {
  @IsPhone()
  phone!: string;
}

class Place {
  @TrimmedText(1, 80)
  name!: string;
}

class NoteInput {
  @TrimmedText(1, 80)
  title!: string;

  @IsOptional()
  @IsCalendarDate()
  onDate?: string;

  @IsOptional()
  @IsInstant()
  startsAt?: string;

  @IsOptional()
  @IsAreaCode()
  area?: string;

  @IsOptional()
  @IsIn(['red', 'green'])
  colour?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  pages?: number;

  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown>;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => Contact)
  contacts?: Contact[];

  @IsOptional()
  @ValidateNested()
  @Type(() => Place)
  place?: Place;
}

class RenameInput {
  @TrimmedText(1, 80)
  title!: string;
}

/** Lets a spec look at, and hold up, what happens inside the handlers. */
export class Backstage {
  runs = 0;
  delay: Promise<void> = Promise.resolve();
  seenTraceparent: string | undefined;
}
export const backstage = new Backstage();

@Injectable()
class Notes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly cursors: Cursors,
  ) {}

  async add({ accountId }: Principal, input: NoteInput): Promise<Note> {
    backstage.runs += 1;
    backstage.seenTraceparent = traceContext.getStore()?.traceparent;
    await backstage.delay;
    return this.unitOfWork.run(async (tx) => {
      const note = Object.assign(new Note(), { id: newId(), personId: accountId, title: input.title });
      await tx.insert(note);
      if (input.title === 'refuse') throw new Refusal(commonProblems.forbidden);
      if (input.title === 'crash') throw new Error(`secret ${input.title}`);
      return note;
    });
  }

  async rename(id: string, title: string, expected: number | undefined): Promise<Note> {
    return this.unitOfWork.run(async (tx) => {
      const note = await tx.find(Note, { id });
      if (!note) throw new Refusal(commonProblems['not-found']);
      assertExpected(note, expected);
      note.title = title;
      await tx.update(note);
      return note;
    });
  }

  async list({ accountId }: Principal, { limit, after }: ListQuery): Promise<Page<Note>> {
    const list = `notes/${accountId}`;
    const [position = ''] = this.cursors.decode(list, after, ['string']) ?? [];
    const rows = await this.reads.manager
      .createQueryBuilder(Note, 'note')
      .where('note.personId = :accountId AND note.id > :position', { accountId, position })
      .orderBy('note.id')
      .limit(limit + 1)
      .getMany();
    return pageOf(rows, limit, ({ id }) => this.cursors.encode(list, [id]));
  }
}

@Controller('api/v1/notes')
class NotesController {
  constructor(private readonly notes: Notes) {}

  @Post()
  @CreatedAt('/api/v1/notes/:id')
  add(@CurrentPrincipal() principal: Principal, @Body() input: NoteInput): Promise<Note> {
    return this.notes.add(principal, input);
  }

  @Get()
  list(@CurrentPrincipal() principal: Principal, @Query() query: ListQuery): Promise<Page<Note>> {
    return this.notes.list(principal, query);
  }

  @Get('language')
  language(@ReaderLanguage() language: Language): { language: Language } {
    return { language };
  }

  @Put(':id')
  rename(
    @Param('id', ResourceId) id: string,
    @Body() { title }: RenameInput,
    @ExpectedVersion() expected: number | undefined,
  ): Promise<Note> {
    return this.notes.rename(id, title, expected);
  }

  @Post(':id/done')
  @HttpCode(204)
  done(@Param('id', ResourceId) id: string): void {
    backstage.runs += id ? 1 : 0;
  }

  @Delete(':id')
  remove(@Param('id', ResourceId) id: string): void {
    throw new StaleVersion('Note', id);
  }
}

@Controller('api/v1/notes-echo')
class EchoController {
  @Post()
  @HttpCode(200)
  echo(@Body() input: NoteInput): NoteInput {
    return input;
  }

  @Get('crash')
  crash(): never {
    throw new Error('phone 13800000000');
  }

  @Get('busy')
  busy(): never {
    throw Object.assign(new Error('disk'), { code: 'SQLITE_FULL' });
  }
}

@Module({})
class NotesModule {}

export const notesService: ServiceDefinition = {
  name: 'donations',
  basePath: '/api/v1/notes',
  entities: [Note],
  migrations: [CreateNotes1764000000000],
  policies: definePolicies({
    'POST /api/v1/notes': { roles: ['citizen'] },
    'GET /api/v1/notes': { roles: ['citizen'] },
    'GET /api/v1/notes/language': 'public',
    'PUT /api/v1/notes/:id': { roles: ['citizen'] },
    'POST /api/v1/notes/:id/done': { roles: ['coordinator'], hidden: true },
    'DELETE /api/v1/notes/:id': { roles: ['citizen'] },
    'POST /api/v1/notes-echo': 'public',
    'GET /api/v1/notes-echo/crash': 'public',
    'GET /api/v1/notes-echo/busy': 'public',
  }),
  register: (runtime) => ({
    module: NotesModule,
    imports: [ServiceRuntimeModule.for(runtime)],
    controllers: [NotesController, EchoController],
    providers: [Notes],
  }),
};

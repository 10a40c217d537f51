import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { longestEventDays } from '../../events/event-kinds.js';
import { IfGiven } from '../../fields/if-given.js';
import { IsAfter } from '../../fields/is-after.js';
import { IsPlannedTime } from '../../fields/is-planned-time.js';

/** A volunteer and a shift. */
export class PlaceRequest {
  @IsUUID()
  personId!: string;

  @IsUUID()
  shiftId!: string;
}

const namesNoEvents = ({ eventIds }: MatchingRunRequest): boolean => eventIds === undefined;

/** Which events, by their ids or by the time in which they begin. */
export class MatchingRunRequest {
  /** Published events of the coordinator's branches. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  eventIds?: string[];

  /** Instead of `eventIds`: all published events of the coordinator's branches that begin from then on, */
  @ValidateIf(namesNoEvents)
  @IsPlannedTime()
  from?: string;

  /** and before then. */
  @ValidateIf(namesNoEvents)
  @IsPlannedTime()
  @IsAfter('from', longestEventDays)
  to?: string;

  /** An earlier run: its locks are taken over, and the rest of its plan is kept where it costs little. */
  @IsOptional()
  @IsUUID()
  basedOn?: string | null;

  /** Set before the search: these people get these shifts; those locked in the earlier run unless told. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlaceRequest)
  locked?: PlaceRequest[];

  /** These people do not get these shifts; those of the earlier run unless told. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlaceRequest)
  forbidden?: PlaceRequest[];

  /**
   * The same seed finds the same plan again, as long as nothing else changes.
   * @example 1
   */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  seed?: number;
}

import type { EventPlace } from './place.dto.js';
import type { EventDetails } from './volunteer-event.entity.js';

type PlaceColumns = Pick<EventDetails, 'placeName' | 'area' | 'latitudeE6' | 'longitudeE6'>;

/** Whole millionths of a degree compare and sort alike on every database. */
export const placeColumns = ({ name, area, lat, lng }: EventPlace): PlaceColumns => ({
  placeName: name,
  area,
  latitudeE6: toMillionths(lat),
  longitudeE6: toMillionths(lng),
});

const toMillionths = (degrees: number | null | undefined): number | null =>
  degrees == null ? null : Math.round(degrees * 1_000_000);

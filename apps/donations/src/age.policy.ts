import { birthday, type CalendarDate } from './blood/pre-screen/calendar-date.js';

/** Whether somebody has completed so many years of age on that day. Born on 29 February counts on the 28th in other years. */
export const hasCompletedYears = (birthDate: CalendarDate, years: number, onDate: CalendarDate): boolean =>
  onDate >= birthday(birthDate, years);

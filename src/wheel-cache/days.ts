/** When a saved wheel was compiled and used: days in UTC. */

/** Days after which a use is written down again: seldom, since each time the artifact's manifest is put anew. */
export const staleAfter = 7;

const day = 86_400_000;
/** The day of a time in milliseconds since the epoch. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** Whether a text is a day that there is: February has no 30th. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && dayOf(time) === text;
};
/** Whole days from a day to a time. */
export const daysSince = (text: string, now: number): number =>
  Math.floor((Date.parse(dayOf(now)) - Date.parse(text)) / day);

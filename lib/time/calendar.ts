/** Opening hours of a queue. Wall times live here only; everything else is absolute. */
export type Calendar = {
  /** IANA zone in which the windows are read. */
  zone: string;
  /** Weekly windows; weekday 1 = Monday … 7 = Sunday; "HH:MM", a close past "24:00" runs into the next day. */
  windows: { weekday: number; opens: string; closes: string }[];
  /** Local dates (YYYY-MM-DD) on which no window starts. */
  holidays: string[];
  version: string;
};

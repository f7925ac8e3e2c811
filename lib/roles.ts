export const ROLES = ["manager", "planner", "knowledge", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who writes down on the charts what happened. */
export const mayAnnotate = (role: Role): boolean => role !== "planner";

/** Who confirms and dismisses what the scanners found. */
export const mayReview = (role: Role): boolean => role !== "planner";

/** Who answers alarms and writes their rules. */
export const mayAnswerAlarms = (role: Role): boolean => role !== "knowledge";

/** The page a reader lands on; there is none for knowledge yet, so they start at the week. */
export const LANDING: Record<Role, string> = {
  manager: "/weekly",
  planner: "/queue",
  knowledge: "/weekly",
  admin: "/weekly",
};

export const ROLES = ["manager", "planner", "knowledge", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who writes down on the charts what happened. */
export const mayAnnotate = (role: Role): boolean => role !== "planner";

/** Who confirms and dismisses what the scanners found. */
export const mayReview = (role: Role): boolean => role !== "planner";

/** Who answers alarms and writes their rules. */
export const mayAnswerAlarms = (role: Role): boolean => role !== "knowledge";

/** Who names topics and works on the board of what is missing. */
export const mayEditKnowledge = (role: Role): boolean => role !== "planner";

/** The page a reader lands on. */
export const LANDING: Record<Role, string> = {
  manager: "/weekly",
  planner: "/queue",
  knowledge: "/knowledge",
  admin: "/weekly",
};

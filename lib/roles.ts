export const ROLES = ["manager", "planner", "knowledge", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who writes down on the charts what happened. */
export const mayAnnotate = (role: Role): boolean => role !== "planner";

/** Who confirms and dismisses what the scanners found. */
export const mayReview = (role: Role): boolean => role !== "planner";

/** The page a reader lands on. Planner and knowledge pages do not exist yet, so everyone starts at the week. */
export const LANDING: Record<Role, string> = {
  manager: "/weekly",
  planner: "/handoffs",
  knowledge: "/weekly",
  admin: "/weekly",
};

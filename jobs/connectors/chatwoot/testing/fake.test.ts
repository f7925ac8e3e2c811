import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSwagger } from "../../testing/swagger.ts";
import { type FakeChatwoot, startFakeChatwoot } from "./fake.ts";

const PLACE = "../shared/specs/chatwoot/swagger-4.14.2.json";
const swagger = readSwagger(new URL(`../../../../${PLACE}`, import.meta.url));
const ACCOUNT = "/api/v1/accounts/{account_id}";

/** Keys the source's views give and the swagger leaves out. The views win: they are what answers. */
const AGENT_AS_ASSIGNEE = [
  // The swagger says `user`; the view renders the partial of an agent.
  "meta.assignee.auto_offline",
  "meta.assignee.availability_status",
  "meta.assignee.custom_role_id",
  "meta.assignee.thumbnail",
  // Since a bot can be the assignee.
  "meta.assignee_type",
  // The view of a conversation renders its team, the swagger forgets it.
  "meta.team",
];
const CONTACT_AS_EVENT = [
  // The swagger says `contact`, which is a list of contacts; the view gives one, as live events show it.
  ...["additional_attributes", "blocked", "custom_attributes", "email", "id", "identifier", "name", "phone_number"],
  ...["thumbnail", "type"],
].map((key) => `meta.contact.${key}`);
const USER_AS_EVENT = ["meta.assignee.avatar_url", "meta.assignee.type"];

const ASKED: { path: string; query?: string; beyond?: string[] }[] = [
  { path: "/api/v1/profile" },
  { path: ACCOUNT },
  {
    path: `${ACCOUNT}/conversations`,
    query: "?status=all",
    beyond: AGENT_AS_ASSIGNEE.map((key) => `data.payload[].${key}`),
  },
  {
    path: `${ACCOUNT}/conversations`,
    query: "?status=all&updated_within=9000000",
    beyond: AGENT_AS_ASSIGNEE.map((key) => `data.payload[].${key}`),
  },
  { path: `${ACCOUNT}/conversations/{conversation_id}`, beyond: AGENT_AS_ASSIGNEE },
  {
    path: `${ACCOUNT}/conversations/{conversation_id}/messages`,
    query: "?after=1",
    beyond: [...USER_AS_EVENT, ...CONTACT_AS_EVENT],
  },
  { path: `${ACCOUNT}/conversations/{conversation_id}/reporting_events` },
  { path: `${ACCOUNT}/reporting_events` },
  { path: `${ACCOUNT}/agents` },
  { path: `${ACCOUNT}/teams` },
  { path: `${ACCOUNT}/inboxes` },
  { path: `${ACCOUNT}/agent_bots` },
  { path: `${ACCOUNT}/labels` },
  // Any attribute may stand there; the company's name is where Chatwoot's own contact form puts it.
  { path: `${ACCOUNT}/contacts/{id}`, beyond: ["payload.additional_attributes.company_name"] },
];

const title = `each answer is one the swagger of 4.14.2 allows${swagger ? "" : ` – SKIPPED, ${PLACE} is not there`}`;

describe.skipIf(swagger === null)(title, () => {
  let fake: FakeChatwoot;
  let handedOff = 0;
  beforeAll(async () => {
    fake = await startFakeChatwoot({ conversations: 80 });
    const isWhole = ({ events, assigneeId, teamId }: FakeChatwoot["world"]["conversations"][number]) =>
      assigneeId !== null && teamId !== null && events.some(({ name }) => name === "conversation_bot_handoff");
    handedOff = fake.world.conversations.find(isWhole)?.displayId ?? 0;
  });
  afterAll(() => fake.close());

  test.each(ASKED)("GET $path$query", async ({ path, query = "", beyond = [] }) => {
    const contact = [...fake.world.contacts.keys()][0];
    const url = path
      .replace("{account_id}", String(fake.accountId))
      .replace("{conversation_id}", String(handedOff))
      .replace("{id}", String(contact));
    const response = await fetch(fake.url + url + query, { headers: { api_access_token: fake.token } });
    const json: unknown = await response.json();
    expect(response.status).toBe(200);
    expect(swagger?.errors(path, json)).toEqual([]);
    expect(swagger?.undocumented(path, json)).toEqual(beyond.toSorted());
  });

  test("the two refusals have shapes of their own, and ratings stand in no swagger: both are the source's", async () => {
    const profile = `${fake.url}/api/v1/profile`;
    const wrong = await fetch(profile, { headers: { api_access_token: "wrong" } });
    expect([wrong.status, await wrong.json()]).toEqual([401, { error: "Invalid Access Token" }]);
    const errors = ["You need to sign in or sign up before continuing."];
    expect(await (await fetch(profile)).json()).toEqual({ errors });
    const headers = { api_access_token: fake.token };
    const ratings = await fetch(`${fake.url}/api/v1/accounts/3/csat_survey_responses`, { headers });
    const [first] = (await ratings.json()) as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual(
      expect.arrayContaining(["id", "rating", "feedback_message", "message_id", "conversation_id", "created_at"]),
    );
  });
});

import { expect, test } from "@playwright/test";
import { at } from "#app/testing/walk.ts";

for (const path of ["/sources/%E0%A4%A", "/handoffs/%zz", "/sources/%FF", "/%", "/api/webhooks/%E0%A4%A"]) {
  test(`an address that cannot be decoded is told to be none: ${path}`, async ({ request }) => {
    const answer = await request.get(at(path));
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("There is nothing at this address.");
  });
}

test("one that can be decoded is led nowhere else", async ({ request }) => {
  const answer = await request.get(at("/sources/B%C3%BCro%20100%25"), { maxRedirects: 0 });
  expect(answer.status()).not.toBe(404);
});

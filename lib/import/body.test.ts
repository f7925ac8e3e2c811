import { expect, test } from "vitest";
import { plainText } from "./body.ts";

test.each([
  ["Press <b>Save</b> now", "Press Save now"],
  ["<i>Sure</i>", "Sure"],
  ["it is <em>not</em> there", "it is not there"],
  ["one<br/>two", "one\ntwo"],
  ['<p class="x">Hello</p>', "Hello"],
  ['see <a href="https://example.com">this</a>', "see this"],
])("“%s” is read as HTML", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(["is a < b > c?", "my <python> script", "<ben@example.com>", "I <3 it", "<a"])(
  "“%s” is no HTML and stays as it is",
  (text) => {
    expect(plainText(text)).toBe(text);
  },
);

import { allTargets } from "#app/_targets.ts";
import { answer } from "#app/api/_answer.ts";
import { METRIC_KEYS } from "#lib/metrics/catalogue.ts";
import { definitionRow } from "#lib/metrics/rows.ts";
import { refuseUnknown } from "../_question.ts";

export const dynamic = "force-dynamic";

const NONE = new Set<string>();

/** Every metric as it is defined, with its earlier definitions and the targets that hold. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    refuseUnknown(new URL(request.url).searchParams, NONE);
    const targets = await allTargets();
    return { data: METRIC_KEYS.map((key) => definitionRow(key, targets)) };
  });

import { type NextRequest, NextResponse } from "next/server";

/** Next answers an address that cannot be decoded with a bare 500: it is led to one that is not there. */
export const proxy = ({ url, nextUrl }: NextRequest): NextResponse => {
  try {
    decodeURIComponent(nextUrl.pathname);
    return NextResponse.next();
  } catch (error) {
    if (error instanceof URIError) return NextResponse.rewrite(new URL("/not-an-address", url));
    throw error;
  }
};

// Everything else passes by: what goes through here has its body held in memory.
export const config = { matcher: "/(.*%.*)" };

// Reloading while developing needs a socket, to whatever host: nothing else does.
const connect = process.env.NODE_ENV === "development" ? "connect-src 'self' ws:" : "connect-src 'self'";

const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Addresses of pages can name customers' conversations.
  { key: "Referrer-Policy", value: "no-referrer" },
  {
    key: "Content-Security-Policy",
    value: `frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'; ${connect}`,
  },
];

/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ["postgres", "compromise", "date-holidays"],
  productionBrowserSourceMaps: false,
  experimental: { authInterrupts: true },
  headers: async () => [{ source: "/:path*", headers: HEADERS }],
};

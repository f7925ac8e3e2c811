/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ["postgres", "compromise"],
  // Served by our own process on one address; a build may be shared by several of them.
  productionBrowserSourceMaps: false,
};

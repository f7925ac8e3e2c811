/** What is used of jstat, which brings no types. */
declare module "jstat" {
  const jstat: {
    gammaln: (x: number) => number;
    studentt: { inv: (p: number, degrees: number) => number };
    gamma: { inv: (p: number, shape: number, scale: number) => number };
    chisquare: { cdf: (x: number, degrees: number) => number };
  };
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS, whose one export arrives as the default
  export default jstat;
}

/**
 * Makes one file for Node of a module that may be TypeScript and import the application's code: benches, fuzz, soak.
 * What ends in `.mjs` imports packages where they are, anything else holds them.
 */
export async function bundle(file, outfile) {
  const { build } = await import("esbuild");
  const isModule = outfile.endsWith(".mjs");
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "warning",
    ...(isModule ? { format: "esm", packages: "external" } : {}),
  });
}

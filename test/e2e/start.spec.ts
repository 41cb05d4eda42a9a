/** The application starts, with nothing named and with a file named on its command line. */
import { expect, test } from "./app";

test("shows a window named Resdraft", async ({ app }) => {
  await expect(app.window).toHaveTitle(/Resdraft/);
});

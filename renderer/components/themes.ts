/** Light and dark, as chosen or as the system has it; Windows high contrast overrides both by itself. */
import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { useSession } from "./session-context";

/** A quiet blue near ITU's own, from dark to light. */
const brand: BrandVariants = {
  10: "#020408",
  20: "#0b1826",
  30: "#0b2842",
  40: "#083557",
  50: "#04436d",
  60: "#005284",
  70: "#00619b",
  80: "#0070b1",
  90: "#1c7fc0",
  100: "#3a8ecb",
  110: "#559dd5",
  120: "#6facde",
  130: "#89bbe6",
  140: "#a4caed",
  150: "#bfdaf4",
  160: "#dbeafa",
};

export const themes: Record<"light" | "dark", Theme> = {
  light: createLightTheme(brand),
  dark: { ...createDarkTheme(brand), colorBrandForeground1: brand[110], colorBrandForeground2: brand[120] },
};

const darkSystem = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

/** The theme in force. */
export function useThemeName(): "light" | "dark" {
  const chosen = useSession((value) => value.settings.theme);
  const systemIsDark = useSyncExternalStore(
    (listener) => {
      darkSystem?.addEventListener("change", listener);
      return () => darkSystem?.removeEventListener("change", listener);
    },
    () => darkSystem?.matches ?? false,
  );
  if (chosen !== "system") return chosen;
  return systemIsDark ? "dark" : "light";
}

import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Patterns } from "#app/_components/patterns.tsx";

export const metadata: Metadata = {
  title: { default: "Seam", template: "%s · Seam" },
  description: "Measures the handoff from AI to human in customer support",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfdfc" },
    { media: "(prefers-color-scheme: dark)", color: "#121416" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Patterns />
        {children}
      </body>
    </html>
  );
}

"use client";

/** Here as well, so that the masthead stays and leads to what still works. */
export { default } from "../error.tsx";

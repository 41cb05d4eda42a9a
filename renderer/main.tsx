/** Placeholder for the window's page. */
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root) createRoot(root).render(<h1>Resdraft</h1>);

-- CreateTable
CREATE TABLE "ScenarioHead" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "owner" TEXT,
    "visibility" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL,
    "tags" TEXT NOT NULL,
    "forkedSlug" TEXT,
    "forkedVersion" INTEGER,
    "archivedAt" REAL,
    "createdAt" REAL NOT NULL
);

-- CreateTable
CREATE TABLE "ScenarioDraft" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "doc" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "updatedAt" REAL NOT NULL,
    "updatedBy" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "ScenarioHead_owner_idx" ON "ScenarioHead"("owner");

-- What is stored already was seeded from packs or by the operator, and everybody could play it.
INSERT INTO "ScenarioHead" ("slug", "owner", "visibility", "origin", "published", "tags", "createdAt")
SELECT "slug", NULL, 'public', 'pack', true, '[]', MIN("createdAt") FROM "Scenario" GROUP BY "slug";

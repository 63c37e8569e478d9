-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "plan" TEXT NOT NULL,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "receipts" BOOLEAN NOT NULL,
    "practice" BOOLEAN NOT NULL,
    "solo" BOOLEAN NOT NULL,
    "prediction" TEXT,
    "twinSlug" TEXT,
    "twinVersion" INTEGER,
    "createdAt" REAL NOT NULL,
    "lastVisitAt" REAL NOT NULL,
    CONSTRAINT "Team_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Team" ("id", "plan", "scenarioSlug", "scenarioVersion", "seed", "receipts", "practice", "solo", "prediction", "createdAt", "lastVisitAt") SELECT "id", "plan", "scenarioSlug", "scenarioVersion", "seed", "receipts", "practice", "solo", "prediction", "createdAt", "lastVisitAt" FROM "Team";
DROP TABLE "Team";
ALTER TABLE "new_Team" RENAME TO "Team";
CREATE INDEX "Team_solo_lastVisitAt_idx" ON "Team"("solo", "lastVisitAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

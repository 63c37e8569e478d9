-- CreateTable
CREATE TABLE "Scenario" (
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "doc" TEXT NOT NULL,
    "createdAt" REAL NOT NULL,

    PRIMARY KEY ("slug", "version")
);

-- CreateTable
CREATE TABLE "Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scenarioSlug" TEXT NOT NULL,
    "scenarioVersion" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "receipts" BOOLEAN NOT NULL,
    "runIndex" INTEGER NOT NULL,
    "engineVersion" INTEGER NOT NULL,
    "solo" BOOLEAN NOT NULL,
    "createdAt" REAL NOT NULL,
    "lastVisitAt" REAL NOT NULL,
    "nextDueAt" REAL,
    "endedAt" REAL,
    CONSTRAINT "Run_scenarioSlug_scenarioVersion_fkey" FOREIGN KEY ("scenarioSlug", "scenarioVersion") REFERENCES "Scenario" ("slug", "version") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "stream" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "v" INTEGER NOT NULL,
    "simMs" INTEGER NOT NULL,
    "at" REAL NOT NULL,
    "type" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "commandId" TEXT,
    "commandHash" TEXT,
    "data" TEXT NOT NULL,

    PRIMARY KEY ("stream", "seq")
);

-- CreateTable
CREATE TABLE "Draft" (
    "runId" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asks" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "rev" INTEGER NOT NULL,
    "other" TEXT,

    PRIMARY KEY ("runId", "conversation", "threadId"),
    CONSTRAINT "Draft_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Device" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" REAL NOT NULL,
    "lastSeenAt" REAL NOT NULL
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deviceId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "displayName" TEXT,
    "linkHash" TEXT,
    "createdAt" REAL NOT NULL,
    "revokedAt" REAL,
    CONSTRAINT "Seat_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Seat_runId_fkey" FOREIGN KEY ("runId") REFERENCES "Run" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "processId" TEXT NOT NULL,
    "wall" REAL NOT NULL
);

-- CreateIndex
CREATE INDEX "Run_nextDueAt_idx" ON "Run"("nextDueAt");

-- CreateIndex
CREATE INDEX "Run_solo_lastVisitAt_idx" ON "Run"("solo", "lastVisitAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_stream_actor_commandId_key" ON "Event"("stream", "actor", "commandId");

-- CreateIndex
CREATE UNIQUE INDEX "Device_tokenHash_key" ON "Device"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_linkHash_key" ON "Seat"("linkHash");

-- CreateIndex
CREATE INDEX "Seat_runId_idx" ON "Seat"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_deviceId_runId_actor_key" ON "Seat"("deviceId", "runId", "actor");

-- CreateIndex
CREATE UNIQUE INDEX "Heartbeat_processId_key" ON "Heartbeat"("processId");

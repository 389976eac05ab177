-- What has happened, in the order of its numbers, written in the transaction of what caused it.
create table event (
  number integer primary key autoincrement,
  id text not null unique,
  type text not null,
  project text,
  subject text not null,
  made text not null,
  data text not null,
  planned text
) strict;

create index event_unplanned on event (number) where planned is null;

-- Who has to be told of it. due: when it is tried next, when the lease of who tries it ends, or when it was delivered.
create table delivery (
  event integer not null references event (number) on delete cascade,
  target text not null,
  state text not null,
  attempts integer not null,
  due text not null,
  since text not null,
  reason text,
  primary key (event, target)
) strict, without rowid;

create index delivery_due on delivery (state, target, due);

-- The last day of which others were told.
alter table waiver add column announced text;

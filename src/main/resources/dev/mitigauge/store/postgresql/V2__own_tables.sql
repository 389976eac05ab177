-- Tables in which projects ask for more than their organisation does.
create table own_table (
  project text collate "C" not null references project (name),
  name text collate "C" not null,
  csv text not null,
  created timestamptz not null,
  changed timestamptz not null,
  version bigint not null,
  primary key (project, name)
);

create index project_tags on project using gin (tags jsonb_path_ops);

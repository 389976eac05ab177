-- When it was decided when a delivery is due: if that is still to come, the clock was set back meanwhile, and it is due now.
alter table delivery add column decided timestamptz;

create index delivery_decided on delivery (state, target, decided);

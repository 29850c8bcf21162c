-- When the processes gave their last sign of life, and since when they have given one again and again: a database that is older than it
-- should be stood still for a while, and what a break may have cost is waited for.
alter table installation add column beat_at timestamptz, add column awake_since timestamptz;
alter table sending_brake drop constraint sending_brake_reason_check;
alter table sending_brake add constraint sending_brake_reason_check check (reason in ('no_send', 'restored', 'stood_still'));
